import type { FormAction } from '@/components/ui/action-form-client';
import { Field } from '@/components/ui/field';
import { TextInput } from '@/components/ui/text-input';
import { Textarea } from '@/components/ui/textarea';
import { EventButton } from '@/components/workflow/event-button';
import type { Format } from '@/lib/i18n/server';
import type { Translate } from '@/lib/i18n/translator';
import type { InvoiceDetail } from '@/lib/workflows/invoice/queries';
import { orderConsequences } from './order-consequences';

/** The customer sent the invoice back: with the reason and, where there is one, the red-letter number. */
export function TakeBackButton({
  detail,
  action,
  t,
  format,
}: {
  detail: InvoiceDetail;
  action: FormAction;
  t: Translate;
  format: Format;
}) {
  return (
    <EventButton
      noun="invoice"
      event="takeBack"
      row={detail.invoice}
      action={action}
      danger
      intro={t('dialog.takeBack.intro')}
      consequences={orderConsequences(detail, t, format)}
      success={t('done.takenBack')}
    >
      <Field name="reason" label={t('field.reason')} hint={t('dialog.takeBack.hint')} required>
        <Textarea rows={3} max={500} />
      </Field>
      <Field
        name="redLetterNumber"
        label={t('field.redLetterNumber')}
        hint={t('dialog.takeBack.redHint')}
      >
        <TextInput inputMode="numeric" autoComplete="off" />
      </Field>
    </EventButton>
  );
}
