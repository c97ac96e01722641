import { z } from 'zod';
import { KINDS, type Kind } from '@/lib/files/kinds';
import { PURPOSE_NAMES, type Purpose, purposeSpec } from '@/lib/files/purposes';
import { type SettingSpec, setting } from '../define';
import { choice } from '../hints';

const MB = 1024 * 1024;
const GB = 1024 * MB;
const INFERRED = 'inferred';

const count = (fallback: number, max: number, rule = INFERRED) =>
  setting({ schema: z.number().int().min(1).max(max), default: fallback, unit: 'count', rule });
const bytes = (fallback: number, max: number, rule = INFERRED) =>
  setting({ schema: z.number().int().min(1024).max(max), default: fallback, unit: 'bytes', rule });

const KIND_NAMES = Object.keys(KINDS) as [Kind, ...Kind[]];
/** Bounds of a picture that operators may move; `0` means none. */
export const PIXEL_BOUNDS = ['minWidth', 'maxWidth', 'minHeight'] as const;

type PerPurpose = { [P in Purpose as `files.${P}.maxBytes`]: SettingSpec<number> } & {
  [P in Purpose as `files.${P}.kinds`]: SettingSpec<Kind[]>;
} & { [P in Purpose as `files.${P}.${(typeof PIXEL_BOUNDS)[number]}`]: SettingSpec<number> };

/** Limits of each purpose; the table of purposes holds the defaults. */
function perPurpose(): PerPurpose {
  const specs: Record<string, SettingSpec<number> | SettingSpec<Kind[]>> = {};
  for (const purpose of PURPOSE_NAMES) {
    const { maxBytes, kinds, image, rule } = purposeSpec(purpose);
    specs[`files.${purpose}.maxBytes`] = bytes(maxBytes, 200 * MB, rule);
    specs[`files.${purpose}.kinds`] = setting<Kind[]>({
      schema: z.array(choice(KIND_NAMES, 'settingTable.fileKind')).min(1),
      default: [...kinds],
      unit: 'list',
      rule,
    });
    for (const bound of PIXEL_BOUNDS) {
      specs[`files.${purpose}.${bound}`] = setting({
        schema: z.number().int().min(0).max(20_000),
        default: image?.[bound] ?? 0,
        unit: 'pixels',
        rule,
      });
    }
  }
  return specs as unknown as PerPurpose;
}

export const fileSettings = {
  ...perPurpose(),
  'files.image.maxPixels': count(50_000_000, 200_000_000),
  'files.image.maxFrames': count(200, 1000),
  'files.archive.maxEntries': count(2000, 20_000),
  'files.archive.maxUnpackedBytes': bytes(500 * MB, 4 * GB),
  'files.archive.maxRatio': count(100, 1000),
  'files.merchantDailyFiles': count(100, 100_000, 'products.md 3'),
  'files.merchantDailyBytes': bytes(10 * GB, 1024 * GB, 'products.md 3'),
  'files.accountDailyFiles': count(100, 100_000),
  'files.accountDailyBytes': bytes(1 * GB, 1024 * GB),
  // At least two days: files that were thrown away still count for the day's quota.
  'files.unattachedHours': setting({
    schema: z
      .number()
      .int()
      .min(48)
      .max(24 * 365),
    default: 72,
    unit: 'hours',
    rule: INFERRED,
  }),
};
