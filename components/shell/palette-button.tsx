import { useTranslations } from 'next-intl';
import type { Portal, Viewer } from '@/lib/auth/viewer';
import { visibleEntries } from './navigation/all';
import { PaletteTrigger } from './palette-trigger';

/** The ⌘K button with its words and the pages it can jump to; the palette itself comes on first use. */
export function PaletteButton({ viewer, portal }: { viewer: Viewer | null; portal: Portal }) {
  const t = useTranslations('shell');
  const nav = useTranslations('nav');
  if (!viewer) return null;
  const pages = visibleEntries(portal, viewer.permissions).map(({ key, href, group }) => ({
    title: nav(`${portal}.${key}`),
    hint: group ? nav(`group.${portal}.${group}`) : '',
    href,
  }));
  const account = visibleEntries('account', viewer.permissions).map(({ key, href }) => ({
    title: nav(`account.${key}`),
    hint: t('account'),
    href,
  }));
  return (
    <PaletteTrigger
      pages={[...pages, ...account]}
      words={{
        open: t('palette.open'),
        placeholder: t('palette.placeholder'),
        pages: t('palette.pages'),
        nothing: t('palette.nothing'),
        searching: t('palette.searching'),
        failed: t('palette.failed'),
        keys: t('palette.keys'),
      }}
    />
  );
}
