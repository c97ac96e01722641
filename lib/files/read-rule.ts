import type { SettingReader } from '@/lib/settings/read';
import { SETTINGS, type SettingKey, type SettingValue } from '@/lib/settings/registry';
import { type Purpose, purposeSpec } from './purposes';
import type { FileRule } from './rule';

/** What a purpose accepts at the moment that `setting` reads. */
export async function readRule(setting: SettingReader, purpose: Purpose): Promise<FileRule> {
  const bound = async (name: 'minWidth' | 'maxWidth' | 'minHeight') =>
    (await setting(`files.${purpose}.${name}`)) || undefined;
  const { image } = purposeSpec(purpose);
  return {
    purpose,
    kinds: await setting(`files.${purpose}.kinds`),
    maxBytes: await setting(`files.${purpose}.maxBytes`),
    image: {
      maxPixels: await setting('files.image.maxPixels'),
      maxFrames: await setting('files.image.maxFrames'),
      minWidth: await bound('minWidth'),
      maxWidth: await bound('maxWidth'),
      minHeight: await bound('minHeight'),
      ratio: image?.ratio,
      advised: image?.advised,
      variants: image?.variants ?? [],
    },
    archive: {
      maxEntries: await setting('files.archive.maxEntries'),
      maxUnpackedBytes: await setting('files.archive.maxUnpackedBytes'),
      maxRatio: await setting('files.archive.maxRatio'),
    },
  };
}

/** Reads every setting at its default: for tests and the demo's samples, which need no database. */
export const defaultSettings: SettingReader = async <K extends SettingKey>(key: K) =>
  SETTINGS[key].default as SettingValue<K>;
