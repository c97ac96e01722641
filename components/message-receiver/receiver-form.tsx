import { useTranslations } from 'next-intl';
import { ActionForm } from '@/components/ui/action-form';
import type { FormAction } from '@/components/ui/action-form-client';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextInput } from '@/components/ui/text-input';
import { LOCALES } from '@/lib/i18n/locales';

/** Who gets messages, where, and in which language. */
export function ReceiverForm({
  action,
  hidden,
  success,
  redirectTo,
  values,
}: {
  action: FormAction;
  hidden?: Record<string, string>;
  success: string;
  redirectTo?: string;
  values: { name: string; email: string | null; phone: string | null; locale: string };
}) {
  const t = useTranslations('messageReceiver');
  const language = useTranslations('shell.language');
  return (
    <ActionForm action={action} hidden={hidden} success={success} redirectTo={redirectTo}>
      <Field name="name" label={t('field.name')} required>
        <TextInput defaultValue={values.name} max={60} />
      </Field>
      <Field
        name="email"
        label={t('field.email')}
        hint={values.email ? t('form.emailHint') : undefined}
      >
        <TextInput type="email" defaultValue={values.email ?? ''} />
      </Field>
      <Field name="phone" label={t('field.phone')} hint={t('form.phoneHint')}>
        <TextInput type="tel" defaultValue={values.phone ?? ''} />
      </Field>
      <Field name="locale" label={t('field.locale')} required>
        <Select
          defaultValue={values.locale}
          options={LOCALES.map((value) => ({ value, label: language(value) }))}
        />
      </Field>
      <div>
        <SubmitButton>{t('form.submit')}</SubmitButton>
      </div>
    </ActionForm>
  );
}
