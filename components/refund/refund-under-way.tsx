import { Alert } from '@/components/ui/alert';
import { ButtonLink } from '@/components/ui/button';
import type { Portal } from '@/lib/auth/viewer';
import { getFormat, getT } from '@/lib/i18n/server';
import { type RefundRow, refund } from '@/lib/workflows/refund/machine';

/** Says on the pages of a delivery that money was asked back, and where that stands. */
export async function RefundUnderWay({
  refunds,
  portal,
}: {
  refunds: readonly RefundRow[];
  portal: Portal;
}) {
  const open = refunds.find(({ state }) => !refund.end.includes(state));
  if (!open) return null;
  const [t, format] = await Promise.all([getT('refund'), getFormat()]);
  return (
    <Alert
      tone="warning"
      title={`${t('noun')} · ${t(`state.${open.state}`)}`}
      actions={<ButtonLink href={`/${portal}/refunds/${open.id}`}>{t('form.see')}</ButtonLink>}
    >
      {t(`next.${open.state}`)} {t('field.amount')} {format.money(open.amount)}
    </Alert>
  );
}
