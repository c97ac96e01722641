import { notFound } from 'next/navigation';
import { DetailPage } from '@/components/shell/detail-page';
import { ActionForm } from '@/components/ui/action-form';
import { Badge } from '@/components/ui/badge';
import { Section } from '@/components/ui/card';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { DescriptionList } from '@/components/ui/description-list';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { SubmitButton } from '@/components/ui/submit-button';
import { EvidenceTimeline } from '@/components/workflow/evidence-timeline';
import { listEvidence } from '@/lib/audit/queries';
import { requireOperator } from '@/lib/auth/session';
import { currentLocale, getFormat, getT } from '@/lib/i18n/server';
import { listCatalogue } from '@/lib/records/category/queries';
import { move, remove, rename, restore, retire } from '../actions';
import { NameFields } from '../add-category';

export default async function CategoryPage({
  params,
}: {
  params: Promise<{ categoryId: string }>;
}) {
  const actor = await requireOperator('category.change');
  const { categoryId } = await params;
  const tree = await listCatalogue(actor);
  const leaf = tree.flatMap(({ leaves }) => leaves).find(({ id }) => id === categoryId);
  const top = tree.find(({ id }) => id === (leaf?.parentId ?? categoryId));
  const row = leaf ?? top;
  if (!row || !top) notFound();
  const [t, locale, format, log] = await Promise.all([
    getT('category'),
    currentLocale(),
    getFormat(),
    listEvidence(actor, 'category', categoryId),
  ]);
  const named = (one: { nameZh: string; nameEn: string }) =>
    locale === 'en' ? one.nameEn : one.nameZh;
  const used = leaf ? leaf.products : top.leaves.length;
  return (
    <DetailPage
      title={named(row)}
      breadcrumb={[
        { label: t('list.title'), href: '/ops/catalogue' },
        ...(leaf ? [{ label: named(top), href: `/ops/catalogue/${top.id}` }] : []),
      ]}
      badge={
        <Badge tone={row.state === 'active' ? 'success' : 'neutral'}>
          {t(`state.${row.state}`)}
        </Badge>
      }
      actions={
        <>
          {row.state === 'active' ? (
            <ConfirmDialog
              trigger={t('event.retire')}
              danger
              title={t('event.retire')}
              consequences={[
                { label: t('field.name'), value: named(row) },
                { label: t('retire.new'), value: t('retire.newText') },
                { label: t('retire.listed'), value: t('retire.listedText') },
              ]}
              confirm={t('event.retire')}
              action={retire}
              hidden={{ id: row.id }}
              success={t('retire.done')}
            />
          ) : (
            <ConfirmDialog
              trigger={t('event.restore')}
              title={t('event.restore')}
              intro={t('restore.intro')}
              confirm={t('event.restore')}
              action={restore}
              hidden={{ id: row.id }}
              success={t('restore.done')}
            />
          )}
          {used === 0 && (
            <ConfirmDialog
              trigger={t('event.remove')}
              danger
              title={t('event.remove')}
              intro={t('remove.intro')}
              consequences={[{ label: t('field.name'), value: named(row) }]}
              confirm={t('event.remove')}
              action={remove}
              hidden={{ id: row.id }}
              success={t('remove.done')}
              redirectTo="/ops/catalogue"
            />
          )}
        </>
      }
      side={
        <Section title={t('detail.log')}>
          {log.length > 0 ? (
            <EvidenceTimeline rows={log} />
          ) : (
            <p className="text-muted">{t('detail.noLog')}</p>
          )}
        </Section>
      }
    >
      <Section title={t('detail.facts')}>
        <DescriptionList
          items={[
            { label: t('field.code'), value: <code>{row.code}</code> },
            { label: t('field.updatedAt'), value: format.dateTime(row.updatedAt) },
            ...(leaf
              ? [
                  {
                    label: t('field.products'),
                    value: t('onSaleOf', {
                      onSale: format.count(leaf.onSale),
                      products: format.count(leaf.products),
                    }),
                  },
                  { label: t('field.taxType'), value: t(`taxType.${leaf.taxType}`) },
                ]
              : [{ label: t('field.leaves'), value: format.count(top.leaves.length) }]),
          ]}
        />
        {leaf && <p className="mt-3 text-[13px] text-muted">{t('detail.taxHint')}</p>}
      </Section>
      <Section title={t('event.rename')} description={t('rename.description')}>
        <ActionForm action={rename} hidden={{ id: row.id }} success={t('rename.done')}>
          <NameFields t={t} row={row} />
          <div>
            <SubmitButton>{t('rename.save')}</SubmitButton>
          </div>
        </ActionForm>
      </Section>
      {leaf && (
        <Section title={t('event.move')} description={t('move.description')}>
          <ActionForm action={move} hidden={{ id: leaf.id }} success={t('move.done')}>
            <Field name="parentId" label={t('field.parent')} required>
              <Select
                defaultValue={top.id}
                options={tree.map((one) => ({
                  value: one.id,
                  label: named(one),
                  disabled: one.id === top.id,
                }))}
              />
            </Field>
            <div>
              <SubmitButton look="secondary">{t('event.move')}</SubmitButton>
            </div>
          </ActionForm>
        </Section>
      )}
    </DetailPage>
  );
}
