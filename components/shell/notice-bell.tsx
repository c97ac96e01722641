import { Bell } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { buttonClass } from '@/components/ui/button';
import { LiveCount } from './live-count';
import { findEntry } from './navigation/all';

/** Unread notices, live; shown once there is a page of notices. */
export function NoticeBell({ initial }: { initial: number }) {
  const t = useTranslations('shell');
  const entry = findEntry('account', 'notices');
  if (!entry) return null;
  return (
    <Link
      href={entry.href}
      prefetch={false}
      aria-label={t('notices')}
      title={t('notices')}
      className={`${buttonClass({ look: 'ghost', iconOnly: true })} bell`}
    >
      <Bell aria-hidden="true" />
      <LiveCount name="unread" initial={initial} loud />
    </Link>
  );
}
