import { LogOut } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Avatar } from '@/components/ui/avatar';
import { ButtonLink } from '@/components/ui/button';
import { Menu } from '@/components/ui/menu';
import type { FrameProps } from './frame';
import { findEntry, visibleEntries } from './navigation/all';

/** The person's own pages and the way out; for visitors the ways in. */
export function AccountMenu({ viewer, actions }: FrameProps) {
  const t = useTranslations('shell');
  const nav = useTranslations('nav');
  if (!viewer) {
    const ways = ['signIn', 'signUp'].map((key) => findEntry('store', key));
    return ways.map(
      (entry) =>
        entry && (
          <ButtonLink
            key={entry.key}
            href={entry.href}
            look={entry.key === 'signUp' ? 'primary' : 'ghost'}
            className={entry.key === 'signUp' ? 'max-sm:hidden' : undefined}
          >
            {nav(`store.${entry.key}`)}
          </ButtonLink>
        ),
    );
  }
  return (
    <Menu
      label={t('account')}
      triggerClass="account"
      trigger={<Avatar name={viewer.name} size={28} />}
    >
      <div className="px-2.5 pt-1.5 pb-2">
        <p className="font-medium">{viewer.name}</p>
        <p className="text-[12px] text-muted">{viewer.email}</p>
      </div>
      <hr className="menu__rule" />
      {visibleEntries('account', viewer.permissions).map((entry) => (
        <Link key={entry.key} href={entry.href} prefetch={false} className="menu__item">
          {nav(`account.${entry.key}`)}
        </Link>
      ))}
      {actions.signOut && (
        <>
          <hr className="menu__rule" />
          <form action={actions.signOut}>
            <button type="submit" className="menu__item">
              <LogOut aria-hidden="true" />
              {t('signOut')}
            </button>
          </form>
        </>
      )}
    </Menu>
  );
}
