import { useTranslations } from 'next-intl';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { Field } from '@/components/ui/field';
import { FileUpload } from '@/components/ui/file-upload';
import { Textarea } from '@/components/ui/textarea';
import type { UninvoicedOrder } from '@/lib/workflows/merchant-exit/queries';
import { waive } from './actions';

/** Hands in the proof that the customer of one order wants no invoice. */
export function WaiverButton({ order }: { order: UninvoicedOrder }) {
  const t = useTranslations('invoiceWaiver');
  return (
    <ConfirmDialog
      trigger={t(order.waiver ? 'replace' : 'add')}
      title={t('event.record')}
      confirm={t('add')}
      size="sm"
      intro={t('intro')}
      consequences={[
        { label: t('field.order'), value: order.number },
        { label: t('field.customer'), value: order.customerName },
      ]}
      action={waive}
      hidden={{ orderId: order.id }}
      success={t('saved')}
    >
      <Field group name="fileIds[]" label={t('field.fileIds')} hint={t('hint')} required>
        <FileUpload purpose="invoiceWaiver" multiple maxFiles={5} />
      </Field>
      <Field name="note" label={t('field.note')}>
        <Textarea rows={2} max={500} />
      </Field>
    </ConfirmDialog>
  );
}
