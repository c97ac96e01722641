import { ChevronsUpDown, Store } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Menu } from '@/components/ui/menu';
import type { Portal, Viewer } from '@/lib/auth/viewer';

/** In which role the person works now, and the other hats they may put on. */
export function HatSwitcher({ viewer, portal }: { viewer: Viewer | null; portal: Portal }) {
  const t = useTranslations('shell');
  const nav = useTranslations('nav.portal');
  const current = viewer?.hats.find((hat) => hat.current);
  if (!viewer) return <span className="hat">{nav(portal)}</span>;
  return (
    <Menu
      start
      triggerClass="hat hat--menu"
      trigger={
        <>
          <span className="min-w-0">
            <span className="block truncate leading-[18px]">{nav(portal)}</span>
            {current && portal === 'merchant' && (
              <span className="block truncate text-[12px] leading-4 text-muted">
                {current.label}
              </span>
            )}
          </span>
          <ChevronsUpDown aria-hidden="true" />
        </>
      }
    >
      <p className="menu__label">{t('hats')}</p>
      {viewer.hats.map((hat) => (
        <Link
          key={`${hat.portal}${hat.href}${hat.label}`}
          href={hat.href}
          prefetch={false}
          className="menu__item"
          aria-current={hat.current ? 'true' : undefined}
        >
          <span className="min-w-0">
            <span className="block">{nav(hat.portal)}</span>
            <span className="block truncate text-[12px] leading-4 text-muted">{hat.label}</span>
          </span>
        </Link>
      ))}
      <hr className="menu__rule" />
      <Link href="/" prefetch={false} className="menu__item">
        <Store aria-hidden="true" />
        {nav('store')}
      </Link>
    </Menu>
  );
}
