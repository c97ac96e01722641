import { useTranslations } from 'next-intl';
import { Field } from '@/components/ui/field';
import { TextInput } from '@/components/ui/text-input';
import type { CertificationValues } from './certification-values';

/** The second page: the account that money is settled to. A number on file is never sent back to the browser. */
export function BankFields({
  values,
  onFile,
}: {
  values: NonNullable<CertificationValues['bank']>;
  /** Last digits of the number on file; empty keeps it. */
  onFile?: string;
}) {
  const t = useTranslations('businessCertification');
  return (
    <div className="form">
      <Field name="bank.holder" label={t('field.bank.holder')} hint={t('hint.holder')} required>
        <TextInput defaultValue={values.holder} />
      </Field>
      <div className="form__row">
        <Field name="bank.bankName" label={t('field.bank.bankName')} required>
          <TextInput defaultValue={values.bankName} />
        </Field>
        <Field name="bank.branch" label={t('field.bank.branch')} required>
          <TextInput defaultValue={values.branch} />
        </Field>
        <Field
          name="bank.branchCode"
          label={t('field.bank.branchCode')}
          hint={t('hint.branchCode')}
        >
          <TextInput inputMode="numeric" defaultValue={values.branchCode} />
        </Field>
      </div>
      <Field
        name="bank.number"
        label={t('field.bank.number')}
        hint={onFile ? t('hint.onFile', { digits: onFile }) : t('hint.number')}
        required={!onFile}
      >
        <TextInput inputMode="numeric" autoComplete="off" defaultValue={values.number} />
      </Field>
    </div>
  );
}
