import { useTranslations } from 'next-intl';
import { ActionForm } from '@/components/ui/action-form';
import type { FormAction } from '@/components/ui/action-form-client';
import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { INVOICE_TYPES } from '@/lib/records/merchant/schema';

/** Which of the six combinations of kind and medium the merchant issues (money.md 2.2). */
export function InvoiceTypesForm({
  action,
  chosen,
  version,
  editable,
}: {
  action: FormAction;
  chosen: readonly string[];
  version: number;
  editable: boolean;
}) {
  const t = useTranslations('merchant.invoice');
  return (
    <ActionForm action={action} hidden={{ version }} success={t('saved')}>
      <Field name="types[]" label={t('types')} required group>
        <div className="grid gap-2 sm:grid-cols-2 lg:grid-cols-3">
          {INVOICE_TYPES.map((type) => (
            <Checkbox
              key={type}
              value={type}
              defaultChecked={chosen.includes(type)}
              disabled={!editable}
            >
              {t(`type.${type}`)}
            </Checkbox>
          ))}
        </div>
      </Field>
      {editable && (
        <div className="form__foot">
          <SubmitButton look="outline">{t('save')}</SubmitButton>
        </div>
      )}
    </ActionForm>
  );
}
