import { Field } from '@/components/ui/field';
import { MoneyInput } from '@/components/ui/money-input';
import { TextInput } from '@/components/ui/text-input';
import { Textarea } from '@/components/ui/textarea';
import type { Translate } from '@/lib/i18n/translator';

/** What finance reads off the bank statement; the amount is typed, not copied, so that it is really compared. */
export function ConfirmFields({ t }: { t: Translate }) {
  return (
    <>
      <Field
        name="amount"
        label={t('page.amountReceived')}
        hint={t('help.amountReceived')}
        required
      >
        <MoneyInput />
      </Field>
      <Field
        name="bankReference"
        label={t('field.bankReference')}
        hint={t('help.bankReference')}
        required
      >
        <TextInput max={64} autoComplete="off" />
      </Field>
    </>
  );
}

/** Why it is refused, in finance's words. */
export function RefuseFields({ t }: { t: Translate }) {
  return (
    <Field name="reason" label={t('field.reason')} hint={t('page.reasonHelp')} required>
      <Textarea rows={3} max={500} />
    </Field>
  );
}
