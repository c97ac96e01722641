import { useTranslations } from 'next-intl';
import { ActionForm } from '@/components/ui/action-form';
import type { FormAction } from '@/components/ui/action-form-client';
import { DescriptionList } from '@/components/ui/description-list';
import { Field } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextInput } from '@/components/ui/text-input';
import type { MerchantInvoicing, MerchantMailing } from '@/db/schema/merchant';

/** What invoices to the merchant say and where paper is sent (onboarding.md 6.2). */
export function InvoicingForm({
  action,
  name,
  creditCode,
  invoicing,
  mailing,
  version,
  editable,
}: {
  action: FormAction;
  name: string;
  creditCode: string;
  /** The bank account is masked. */
  invoicing: MerchantInvoicing | null;
  mailing: MerchantMailing | null;
  version: number;
  editable: boolean;
}) {
  const t = useTranslations('merchant.invoice');
  if (!editable) {
    return (
      <DescriptionList
        items={[
          { label: t('title'), value: invoicing?.title },
          { label: t('taxId'), value: invoicing?.taxId },
          { label: t('receiver'), value: mailing?.receiver },
          { label: t('mailing'), value: mailing?.address },
        ]}
      />
    );
  }
  return (
    <ActionForm
      action={action}
      hidden={{ version }}
      success={t('saved')}
      draftKey="merchant:invoicing"
    >
      <DescriptionList items={[{ label: t('title'), value: name }]} />
      <div className="form__row">
        <Field name="invoicing.taxId" label={t('taxId')} required>
          <TextInput defaultValue={invoicing?.taxId ?? creditCode} />
        </Field>
        <Field name="invoicing.phone" label={t('phone')} required>
          <TextInput inputMode="tel" defaultValue={invoicing?.phone} />
        </Field>
        <Field name="invoicing.address" label={t('address')} required>
          <TextInput defaultValue={invoicing?.address} />
        </Field>
      </div>
      <div className="form__row">
        <Field name="invoicing.bankName" label={t('bankName')} required>
          <TextInput defaultValue={invoicing?.bankName} />
        </Field>
        <Field
          name="invoicing.bankAccount"
          label={t('bankAccount')}
          hint={invoicing ? t('bankAccountKept', { masked: invoicing.bankAccount }) : undefined}
          required={!invoicing}
        >
          <TextInput inputMode="numeric" autoComplete="off" />
        </Field>
      </div>
      <fieldset className="form">
        <legend className="field__label mb-1">{t('mailing')}</legend>
        <div className="form__row">
          <Field name="mailing.receiver" label={t('receiver')} required>
            <TextInput defaultValue={mailing?.receiver} />
          </Field>
          <Field name="mailing.phone" label={t('receiverPhone')} required>
            <TextInput inputMode="tel" defaultValue={mailing?.phone} />
          </Field>
          <Field name="mailing.address" label={t('mailingAddress')} required>
            <TextInput defaultValue={mailing?.address} />
          </Field>
          <Field name="mailing.postalCode" label={t('postalCode')} required>
            <TextInput inputMode="numeric" defaultValue={mailing?.postalCode} />
          </Field>
        </div>
      </fieldset>
      <div className="form__foot">
        <SubmitButton look="outline">{t('save')}</SubmitButton>
      </div>
    </ActionForm>
  );
}
