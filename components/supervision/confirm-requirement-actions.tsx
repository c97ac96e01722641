import type { FormAction } from '@/components/ui/action-form-client';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { getFormat, getT } from '@/lib/i18n/server';
import { deliverByOf } from '@/lib/workflows/supervision/deliver-by';
import type { SupervisionDetail } from '@/lib/workflows/supervision/queries';
import { ReasonDialog } from './reason-dialog';

/** The merchant's answer to a requirement. */
export async function ConfirmRequirementActions({
  detail,
  confirm,
  reject,
}: {
  detail: SupervisionDetail;
  confirm: FormAction;
  reject: FormAction;
}) {
  const [t, format] = await Promise.all([getT('supervision'), getFormat()]);
  const { row, order, now } = detail;
  const hidden = { id: row.id, version: row.version };
  const deliverBy = deliverByOf(now, row.deliveryPeriodDays);
  const held = {
    label: t('dialog.money'),
    value: t('dialog.held', { amount: format.money(order.amount) }),
  };
  return (
    <>
      <ReasonDialog
        event="rejectRequirement"
        action={reject}
        hidden={hidden}
        consequences={[
          { label: t('dialog.then'), value: t('dialog.rejectRequirement.then') },
          held,
        ]}
      />
      <ConfirmDialog
        look="primary"
        trigger={t('event.confirmRequirement')}
        title={t('dialog.confirmRequirement.title')}
        intro={t('dialog.confirmRequirement.intro')}
        confirm={t('event.confirmRequirement')}
        success={t('dialog.confirmRequirement.success')}
        action={confirm}
        hidden={hidden}
        consequences={[
          {
            label: t('dialog.then'),
            value: deliverBy
              ? t('dialog.confirmRequirement.deliverBy', { at: format.dateTime(deliverBy) })
              : t('dialog.confirmRequirement.then'),
          },
          held,
        ]}
      />
    </>
  );
}
