import { ActionForm } from '@/components/ui/action-form';
import type { FormAction } from '@/components/ui/action-form-client';
import { Section } from '@/components/ui/card';
import { Field } from '@/components/ui/field';
import { FileUpload } from '@/components/ui/file-upload';
import { SubmitButton } from '@/components/ui/submit-button';
import type { Translate } from '@/lib/i18n/translator';

/** Hands in a list of customers who each get a piece; wrong rows are named one by one. */
export function CustomerListForm({
  voucherId,
  accept,
  action,
  t,
}: {
  voucherId: string;
  /** Extensions of the files that are taken. */
  accept: string;
  action: FormAction;
  t: Translate;
}) {
  return (
    <Section
      title={t('page.namedTitle')}
      description={t('page.namedLead')}
      actions={['xlsx', 'csv'].map((format) => (
        <a key={format} className="link" href={`/api/ui/voucher-template?format=${format}`}>
          {`${t('page.template')} (${format === 'xlsx' ? 'Excel' : 'CSV'})`}
        </a>
      ))}
    >
      <ActionForm
        action={action}
        hidden={{ id: voucherId }}
        success={t('page.namedDone')}
        resetOnSuccess
      >
        <Field name="fileId" label={t('field.fileId')} group required>
          <FileUpload purpose="voucherCustomers" accept={accept} />
        </Field>
        <div>
          <SubmitButton>{t('page.send')}</SubmitButton>
        </div>
      </ActionForm>
    </Section>
  );
}
