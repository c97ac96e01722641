import type { FormAction } from '@/components/ui/action-form-client';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { TIME_ZONE } from '@/lib/i18n/locales';
import { getFormat, getT } from '@/lib/i18n/server';
import { validityOf } from '@/lib/workflows/instance/validity';
import type { SupervisionDetail } from '@/lib/workflows/supervision/queries';
import { ReasonDialog } from './reason-dialog';

/** The buyer's decision on a delivery: what it does with the order, the service and the money. */
export async function AcceptanceActions({
  detail,
  accept,
  reject,
}: {
  detail: SupervisionDetail;
  accept: FormAction;
  reject: FormAction;
}) {
  const [t, format] = await Promise.all([getT('supervision'), getFormat()]);
  const { row, order, lines, now } = detail;
  const [line] = lines;
  if (!line) return null;
  const hidden = { id: row.id, version: row.version };
  const validity = validityOf({
    billing: line.billing,
    periods: line.periods,
    enabledAt: row.enabledAt,
    acceptedAt: now,
    timeZone: TIME_ZONE,
  });
  const amount = format.money(order.amount);
  return (
    <>
      <ReasonDialog
        event="reject"
        action={reject}
        hidden={hidden}
        consequences={[
          {
            label: t('dialog.then'),
            value: t('dialog.reject.then', { merchant: row.merchantName }),
          },
          { label: t('dialog.money'), value: t('dialog.held', { amount }) },
        ]}
      />
      <ConfirmDialog
        look="primary"
        trigger={t('event.accept')}
        title={t('dialog.accept.title')}
        intro={t('dialog.accept.intro')}
        confirm={t('event.accept')}
        success={t('dialog.accept.success')}
        action={accept}
        hidden={hidden}
        consequences={[
          {
            label: t('dialog.money'),
            value: t('dialog.accept.money', { amount, merchant: row.merchantName }),
          },
          { label: t('dialog.order'), value: t('dialog.accept.order') },
          {
            label: t('dialog.validity'),
            value: validity.until
              ? `${format.dateTime(validity.from)} – ${format.dateTime(validity.until)}`
              : t('dialog.accept.noEnd', { from: format.dateTime(validity.from) }),
          },
        ]}
      />
    </>
  );
}
