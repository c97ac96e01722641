import { RolesField } from '@/components/operator/roles-field';
import { PageHeader } from '@/components/shell/page-header';
import { ActionForm } from '@/components/ui/action-form';
import { Card } from '@/components/ui/card';
import { Field } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextInput } from '@/components/ui/text-input';
import { requireOperator } from '@/lib/auth/session';
import { getT } from '@/lib/i18n/server';
import { add } from '../actions';

export async function generateMetadata() {
  return { title: (await getT('operator'))('add.title') };
}

export default async function AddStaffPage() {
  await requireOperator('operator.manage');
  const t = await getT('operator');
  return (
    <>
      <PageHeader
        title={t('add.title')}
        description={t('add.description')}
        breadcrumb={[{ label: t('title'), href: '/ops/staff' }]}
      />
      <Card className="max-w-3xl">
        <ActionForm action={add} success={t('add.done')} redirectTo="/ops/staff">
          <Field name="email" label={t('field.email')} hint={t('add.hint')} required>
            <TextInput type="email" autoComplete="off" />
          </Field>
          <RolesField />
          <div>
            <SubmitButton>{t('add.submit')}</SubmitButton>
          </div>
        </ActionForm>
      </Card>
    </>
  );
}
