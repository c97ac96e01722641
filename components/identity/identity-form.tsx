import { useTranslations } from 'next-intl';
import { ActionForm } from '@/components/ui/action-form';
import type { FormAction } from '@/components/ui/action-form-client';
import { Field } from '@/components/ui/field';
import { FileUpload } from '@/components/ui/file-upload';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextInput } from '@/components/ui/text-input';
import type { UploadedFile } from '@/components/ui/upload';

export type IdentityFormValues = {
  name?: string;
  creditCode?: string | null;
  legalPerson?: string | null;
  files?: Partial<Record<'licence' | 'front' | 'back', UploadedFile>>;
};

/** What a person or a company hands in to have its real name confirmed. */
export function IdentityForm({
  kind,
  action,
  event,
  hidden,
  values = {},
  lockedCode,
}: {
  kind: 'personal' | 'enterprise';
  action: FormAction;
  event: 'submit' | 'resubmit';
  hidden?: Record<string, string | number>;
  values?: IdentityFormValues;
  /** The code of the company that is verified: a rename keeps it. */
  lockedCode?: string | null;
}) {
  const t = useTranslations('identity');
  const papers = kind === 'enterprise' ? (['licence'] as const) : (['front', 'back'] as const);
  return (
    <ActionForm
      action={action}
      hidden={{ ...hidden, kind }}
      success={t('own.submitted')}
      draftKey={`identity-${kind}`}
    >
      {kind === 'enterprise' ? (
        <>
          <Field name="name" label={t('field.companyName')} hint={t('hint.companyName')} required>
            <TextInput defaultValue={values.name} max={100} autoComplete="organization" />
          </Field>
          <Field
            name="creditCode"
            label={t('field.creditCode')}
            hint={t('hint.creditCode')}
            required
          >
            <TextInput
              defaultValue={lockedCode ?? values.creditCode ?? ''}
              readOnly={Boolean(lockedCode)}
              className="num"
              spellCheck={false}
            />
          </Field>
          <Field
            name="legalPerson"
            label={t('field.legalPerson')}
            hint={t('hint.legalPerson')}
            required
          >
            <TextInput defaultValue={values.legalPerson ?? ''} max={60} />
          </Field>
        </>
      ) : (
        <>
          <Field name="name" label={t('field.personName')} hint={t('hint.personName')} required>
            <TextInput defaultValue={values.name} max={60} autoComplete="name" />
          </Field>
          <Field name="idNumber" label={t('field.idNumber')} hint={t('hint.idNumber')} required>
            <TextInput autoComplete="off" spellCheck={false} />
          </Field>
        </>
      )}
      {papers.map((paper) => {
        const file = values.files?.[paper];
        return (
          <Field
            key={paper}
            name={`files.${paper}`}
            label={t(`field.${paper}`)}
            hint={t(paper === 'licence' ? 'hint.licence' : 'hint.photo')}
            group
            required
          >
            <FileUpload
              purpose={kind === 'enterprise' ? 'businessLicence' : 'identityDocument'}
              accept=".jpg,.jpeg,.png,.pdf"
              files={file ? [file] : []}
            />
          </Field>
        );
      })}
      <div>
        <SubmitButton>{t(`event.${event}`)}</SubmitButton>
      </div>
    </ActionForm>
  );
}
