import { ListPage } from '@/components/shell/list-page';
import { Badge } from '@/components/ui/badge';
import { ButtonLink } from '@/components/ui/button';
import { Section } from '@/components/ui/card';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { ExportLinks } from '@/components/ui/export-links';
import { FilterBar } from '@/components/ui/filter-bar';
import { requireOperator } from '@/lib/auth/session';
import { currentLocale, getFormat, getT } from '@/lib/i18n/server';
import { exportHref, listParams, type SearchParams } from '@/lib/list/search-params';
import { listAttributes } from '@/lib/records/attribute/queries';
import { categoryFilters, findCategories } from '@/lib/records/category/queries';
import { AddCategory } from './add-category';
import { AddPreset, PresetActions } from './preset-dialogs';
import { Shift } from './shift';

export default async function CataloguePage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireOperator('category.change');
  const values = await listParams(searchParams);
  const filter = categoryFilters.parse(values);
  const filtered = Boolean(filter.q || filter.state);
  const [t, words, locale, format, tree, presets] = await Promise.all([
    getT('category'),
    getT('attribute'),
    currentLocale(),
    getFormat(),
    findCategories(actor, filter),
    listAttributes(actor, filter.q ? { q: filter.q } : {}),
  ]);
  const english = locale === 'en';
  const named = (row: { nameZh: string; nameEn: string }) =>
    english ? { text: row.nameEn, sub: row.nameZh } : { text: row.nameZh, sub: row.nameEn };
  return (
    <ListPage
      title={t('list.title')}
      description={t('list.description')}
      actions={
        <>
          <ExportLinks href={exportHref('categories', values)} />
          <AddCategory t={t} />
        </>
      }
      filters={
        <FilterBar
          action="/ops/catalogue"
          values={values}
          fields={[
            { kind: 'search', name: 'q', placeholder: t('list.search') },
            {
              kind: 'select',
              name: 'state',
              label: t('field.state'),
              options: ['active', 'retired'].map((value) => ({
                value,
                label: t(`state.${value}`),
              })),
            },
          ]}
        />
      }
    >
      <div className="flex flex-col gap-4">
        {filtered && tree.length === 0 && (
          <div className="card">
            <EmptyState
              title={t('list.noneTitle')}
              actions={<ButtonLink href="/ops/catalogue">{t('list.all')}</ButtonLink>}
            >
              {t('list.noneText')}
            </EmptyState>
          </div>
        )}
        {tree.map((top) => (
          <Section
            key={top.id}
            title={
              <span className="inline-flex flex-wrap items-center gap-2">
                {named(top).text}
                <span className="text-[13px] font-normal text-muted">{named(top).sub}</span>
                {top.state === 'retired' && <Badge>{t('state.retired')}</Badge>}
              </span>
            }
            actions={
              <>
                <Shift t={t} id={top.id} name={named(top).text} />
                <ButtonLink size="sm" href={`/ops/catalogue/${top.id}`}>
                  {t('event.edit')}
                </ButtonLink>
                {top.state === 'active' && <AddCategory t={t} parent={top} />}
              </>
            }
            flush
          >
            <DataTable
              caption={named(top).text}
              columns={[
                { key: 'name', header: t('field.name'), kind: 'link' },
                { key: 'state', header: t('field.state'), kind: 'badge', width: '7rem' },
                { key: 'tax', header: t('field.taxType'), width: '12rem' },
                { key: 'products', header: t('field.products'), kind: 'number', width: '9rem' },
                { key: 'order', header: t('field.order'), kind: 'actions', width: '7rem' },
              ]}
              rows={top.leaves.map((leaf) => ({
                id: leaf.id,
                href: `/ops/catalogue/${leaf.id}`,
                cells: {
                  name: named(leaf),
                  state: {
                    text: t(`state.${leaf.state}`),
                    tone: leaf.state === 'active' ? 'success' : 'neutral',
                  },
                  tax: t(`taxType.${leaf.taxType}`),
                  products: t('onSaleOf', {
                    onSale: format.count(leaf.onSale),
                    products: format.count(leaf.products),
                  }),
                  order: { node: <Shift t={t} id={leaf.id} name={named(leaf).text} /> },
                },
              }))}
              empty={<p className="px-5 py-4 text-muted">{t('list.noLeaves')}</p>}
            />
          </Section>
        ))}
        <Section
          title={t('presets.title')}
          description={t('presets.description')}
          actions={<AddPreset t={words} />}
          flush
        >
          <DataTable
            caption={t('presets.title')}
            columns={[
              { key: 'name', header: words('field.name') },
              { key: 'code', header: words('field.code'), kind: 'mono' },
              { key: 'kind', header: words('field.kind') },
              { key: 'description', header: words('field.description'), wrap: true },
              { key: 'actions', header: words('field.actions'), kind: 'actions' },
            ]}
            rows={presets.map((row) => ({
              id: row.id,
              cells: {
                name: (english && row.nameEn) || row.name,
                code: row.code,
                kind: words(`kind.${row.kind}`),
                description: (english && row.descriptionEn) || row.description,
                actions: { node: <PresetActions t={words} row={row} /> },
              },
            }))}
            empty={<p className="px-5 py-4 text-muted">{t('presets.empty')}</p>}
          />
        </Section>
      </div>
    </ListPage>
  );
}
