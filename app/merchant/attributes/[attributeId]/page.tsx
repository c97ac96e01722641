import { notFound } from 'next/navigation';
import { DetailPage } from '@/components/shell/detail-page';
import { ActionForm } from '@/components/ui/action-form';
import { Badge } from '@/components/ui/badge';
import { Section } from '@/components/ui/card';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { DescriptionList } from '@/components/ui/description-list';
import { Field } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextInput } from '@/components/ui/text-input';
import { Textarea } from '@/components/ui/textarea';
import { can } from '@/lib/auth/permissions';
import { requireMerchant } from '@/lib/auth/session';
import { getFormat, getT } from '@/lib/i18n/server';
import { getAttribute } from '@/lib/records/attribute/queries';
import { edit, remove } from '../actions';

export default async function AttributePage({
  params,
}: {
  params: Promise<{ attributeId: string }>;
}) {
  const actor = await requireMerchant('product.read');
  const { attributeId } = await params;
  const found = await getAttribute(actor, attributeId);
  if (!found) notFound();
  const { attribute, specs } = found;
  const [t, format] = await Promise.all([getT('attribute'), getFormat()]);
  const mayChange = can(actor, 'attribute.change');
  return (
    <DetailPage
      title={attribute.name}
      breadcrumb={[{ label: t('list.title'), href: '/merchant/attributes' }]}
      badge={<Badge plain>{t(`kind.${attribute.kind}`)}</Badge>}
      actions={
        mayChange && (
          <ConfirmDialog
            trigger={t('event.remove')}
            danger
            title={t('event.remove')}
            consequences={[
              { label: t('field.name'), value: `${attribute.name} · ${attribute.code}` },
              { label: t('remove.new'), value: t('remove.newText') },
              { label: t('remove.listed'), value: t('remove.listedText', { count: specs }) },
            ]}
            confirm={t('event.remove')}
            action={remove}
            hidden={{ id: attribute.id }}
            success={t('remove.done')}
            redirectTo="/merchant/attributes"
          />
        )
      }
    >
      <Section title={t('detail.facts')}>
        <DescriptionList
          items={[
            { label: t('field.code'), value: <code>{attribute.code}</code> },
            { label: t('field.specs'), value: format.count(specs) },
            { label: t('field.createdAt'), value: format.dateTime(attribute.createdAt) },
            { label: t('field.updatedAt'), value: format.dateTime(attribute.updatedAt) },
            ...(mayChange
              ? []
              : [{ label: t('field.description'), value: attribute.description, wide: true }]),
          ]}
        />
      </Section>
      {mayChange && (
        <Section title={t('event.edit')} description={t('edit.description')}>
          <ActionForm action={edit} hidden={{ id: attribute.id }} success={t('edit.done')}>
            <Field name="name" label={t('field.name')} required>
              <TextInput max={30} defaultValue={attribute.name} />
            </Field>
            <Field name="description" label={t('field.description')}>
              <Textarea max={200} rows={2} defaultValue={attribute.description} />
            </Field>
            <div>
              <SubmitButton>{t('edit.save')}</SubmitButton>
            </div>
          </ActionForm>
        </Section>
      )}
    </DetailPage>
  );
}
