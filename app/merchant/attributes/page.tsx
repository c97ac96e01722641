import { ListPage } from '@/components/shell/list-page';
import { ButtonLink } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { ExportLinks } from '@/components/ui/export-links';
import { Field } from '@/components/ui/field';
import { FilterBar } from '@/components/ui/filter-bar';
import { Select } from '@/components/ui/select';
import { TextInput } from '@/components/ui/text-input';
import { Textarea } from '@/components/ui/textarea';
import { ATTRIBUTE_KINDS } from '@/db/schema/attribute';
import { can } from '@/lib/auth/permissions';
import { requireMerchant } from '@/lib/auth/session';
import { currentLocale, getFormat, getT } from '@/lib/i18n/server';
import { exportHref, listParams, type SearchParams } from '@/lib/list/search-params';
import { attributeFilters, listAttributes } from '@/lib/records/attribute/queries';
import { add } from './actions';

export default async function AttributesPage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireMerchant('product.read');
  const values = await listParams(searchParams);
  const filters = attributeFilters.parse(values);
  const [t, locale, format, rows] = await Promise.all([
    getT('attribute'),
    currentLocale(),
    getFormat(),
    listAttributes(actor, filters),
  ]);
  const english = locale === 'en';
  const kinds = ATTRIBUTE_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }));
  return (
    <ListPage
      title={t('list.title')}
      count={format.count(rows.length)}
      description={t('list.description')}
      actions={
        <>
          <ExportLinks href={exportHref('merchant-attributes', values)} />
          {can(actor, 'attribute.change') && (
            <ConfirmDialog
              trigger={t('event.add')}
              look="primary"
              title={t('event.add')}
              intro={t('add.intro')}
              confirm={t('event.add')}
              action={add}
              success={t('add.done')}
            >
              <Field name="kind" label={t('field.kind')} hint={t('hint.kind')} required>
                <Select options={kinds} />
              </Field>
              <Field name="name" label={t('field.name')} required>
                <TextInput max={30} />
              </Field>
              <Field name="code" label={t('field.code')} hint={t('hint.code')} required>
                <TextInput max={32} autoComplete="off" />
              </Field>
              <Field name="description" label={t('field.description')}>
                <Textarea max={200} rows={2} />
              </Field>
            </ConfirmDialog>
          )}
        </>
      }
      filters={
        <FilterBar
          action="/merchant/attributes"
          values={values}
          fields={[
            { kind: 'search', name: 'q', placeholder: t('list.search') },
            { kind: 'select', name: 'kind', label: t('field.kind'), options: kinds },
          ]}
        />
      }
    >
      <DataTable
        caption={t('list.title')}
        columns={[
          { key: 'name', header: t('field.name'), kind: 'link', wrap: true },
          { key: 'code', header: t('field.code'), kind: 'mono' },
          { key: 'kind', header: t('field.kind') },
          { key: 'source', header: t('field.source') },
          { key: 'description', header: t('field.description'), wrap: true },
        ]}
        rows={rows.map((row) => ({
          id: row.id,
          ...(row.merchantId ? { href: `/merchant/attributes/${row.id}` } : {}),
          cells: {
            name: (english && row.nameEn) || row.name,
            code: row.code,
            kind: t(`kind.${row.kind}`),
            source: t(row.merchantId ? 'source.own' : 'source.preset'),
            description: (english && row.descriptionEn) || row.description,
          },
        }))}
        empty={
          <EmptyState
            title={t('list.noneTitle')}
            actions={<ButtonLink href="/merchant/attributes">{t('list.all')}</ButtonLink>}
          >
            {t('list.noneText')}
          </EmptyState>
        }
      />
    </ListPage>
  );
}
