import Link from 'next/link';
import { Alert } from '@/components/ui/alert';
import { ButtonLink } from '@/components/ui/button';
import type { Portal } from '@/lib/auth/viewer';
import { getFormat, getT } from '@/lib/i18n/server';
import { type AppealRow, appeal } from '@/lib/workflows/appeal/machine';

/** On a record's page: that an appeal stopped it, or which appeals there were; each leads to its page. */
export async function FrozenNotice({
  appeals,
  portal,
}: {
  /** Of this record, newest first. */
  appeals: readonly AppealRow[];
  portal: Portal;
}) {
  if (appeals.length === 0) return null;
  const [t, format] = await Promise.all([getT('appeal'), getFormat()]);
  const open = appeals.find(({ state }) => !appeal.end.includes(state));
  const href = (row: AppealRow) => `/${portal}/appeals/${row.id}`;
  if (open) {
    return (
      <Alert
        tone="warning"
        title={t('frozen.title')}
        actions={<ButtonLink href={href(open)}>{t('frozen.link')}</ButtonLink>}
      >
        {t('frozen.text', {
          side: t(`side.${open.openedBy}`),
          at: format.dateTime(open.createdAt),
        })}
      </Alert>
    );
  }
  return (
    <Alert title={t('frozen.past')}>
      <ul>
        {appeals.map((row) => (
          <li key={row.id}>
            <Link className="link" prefetch={false} href={href(row)}>
              {t('frozen.pastItem', {
                at: format.dateTime(row.createdAt),
                side: t(`side.${row.openedBy}`),
                state: row.outcome ? t(`outcome.${row.outcome}`) : t(`state.${row.state}`),
              })}
            </Link>
          </li>
        ))}
      </ul>
    </Alert>
  );
}
