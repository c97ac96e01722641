import type { ReactNode } from 'react';
import { Alert } from '@/components/ui/alert';
import { ButtonLink } from '@/components/ui/button';
import type { Portal } from '@/lib/auth/viewer';
import { getT } from '@/lib/i18n/server';
import type { RefundDetail } from '@/lib/workflows/refund/queries';

/** What stands out about a request: an appeal that stops it, a merchant or a payment that is late. */
export async function RefundNotice({ detail, portal }: { detail: RefundDetail; portal: Portal }) {
  const { row, delivery, now } = detail;
  const overdue = row.dueAt !== null && row.dueAt <= now;
  const waiting = row.state === 'awaitingMerchant';
  if (!(waiting || row.state === 'refunding')) return null;
  const t = await getT('refund.detail');
  const supervision = `/${portal}/supervision/${row.supervisionId}`;
  if (waiting && delivery?.row.state === 'appeal') {
    return (
      <Alert
        title={t('appealOpen')}
        actions={<ButtonLink href={supervision}>{t('toSupervision')}</ButtonLink>}
      >
        {t('appealOpenText')}
      </Alert>
    );
  }
  if (!overdue) return null;
  const toAppeal: ReactNode = portal === 'buyer' && (
    <ButtonLink href={`${supervision}/appeal`}>{t('appeal')}</ButtonLink>
  );
  return waiting ? (
    <Alert tone="warning" title={t('overdue')} actions={toAppeal}>
      <p>{t('overdueText')}</p>
      {portal === 'buyer' && detail.merchant && (
        <p className="num">
          <a className="link" href={`tel:${detail.merchant.servicePhone}`}>
            {detail.merchant.servicePhone}
          </a>{' '}
          <a className="link" href={`mailto:${detail.merchant.serviceEmail}`}>
            {detail.merchant.serviceEmail}
          </a>
        </p>
      )}
    </Alert>
  ) : (
    <Alert tone="warning" title={t('late')}>
      {t('lateText')}
    </Alert>
  );
}
