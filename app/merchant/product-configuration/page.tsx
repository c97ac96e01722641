import { ListPage } from '@/components/shell/list-page';
import { ButtonLink } from '@/components/ui/button';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { ExportLinks } from '@/components/ui/export-links';
import { FilterBar } from '@/components/ui/filter-bar';
import { Pager } from '@/components/ui/pager';
import { toneOf } from '@/components/workflow/tones';
import { requireMerchant } from '@/lib/auth/session';
import { getFormat, getT } from '@/lib/i18n/server';
import { COUNT_CAP } from '@/lib/list/keyset';
import { exportHref, listParams, pageLinks, type SearchParams } from '@/lib/list/search-params';
import {
  countSaleRules,
  listSaleRules,
  SALE_RULE_SHOWS,
  type SaleRuleLine,
  saleRuleFilters,
} from '@/lib/records/sale-rule/queries';

const HERE = '/merchant/product-configuration';

export default async function ProductConfigurationPage({
  searchParams,
}: {
  searchParams: SearchParams;
}) {
  const actor = await requireMerchant('saleRule.read');
  const values = await listParams(searchParams);
  const filters = saleRuleFilters.parse(values);
  const [t, product, format, page, count] = await Promise.all([
    getT('saleRule'),
    getT('product'),
    getFormat(),
    listSaleRules(actor, filters, values.after),
    countSaleRules(actor, filters),
  ]);
  const whoMayBuy = (line: SaleRuleLine) => {
    if (!line.wholeProduct && line.restrictedSpecs === 0) return t('who.everybody');
    return {
      text: line.wholeProduct
        ? t('who.listed')
        : t('who.someSpecs', { count: line.restrictedSpecs }),
      sub: line.buyers === 0 ? t('who.nobody') : t('who.buyers', { count: line.buyers }),
      ...(line.buyers === 0 ? { tone: 'warning' as const } : {}),
    };
  };
  return (
    <ListPage
      title={t('list.title')}
      count={format.count(count, count >= COUNT_CAP)}
      description={t('list.description')}
      actions={<ExportLinks href={exportHref('merchant-sale-rules', values)} />}
      filters={
        <FilterBar
          action={HERE}
          values={values}
          fields={[
            { kind: 'search', name: 'q', placeholder: t('list.search') },
            {
              kind: 'select',
              name: 'show',
              label: t('field.rules'),
              options: SALE_RULE_SHOWS.map((value) => ({ value, label: t(`show.${value}`) })),
            },
          ]}
        />
      }
      pager={<Pager {...pageLinks(HERE, values, page.next)} />}
    >
      <DataTable
        caption={t('list.title')}
        columns={[
          { key: 'product', header: t('field.product'), kind: 'link', wrap: true },
          { key: 'state', header: t('field.state'), kind: 'badge' },
          { key: 'limits', header: t('field.limits') },
          { key: 'who', header: t('field.who') },
        ]}
        rows={page.rows.map((line) => ({
          id: line.id,
          href: `${HERE}/${line.id}`,
          cells: {
            product: { text: line.name, sub: line.id },
            state: { text: product(`state.${line.state}`), tone: toneOf('product', line.state) },
            limits:
              line.limits === 0
                ? t('limit.none')
                : t('limit.someSpecs', { count: line.limits, of: line.specs }),
            who: whoMayBuy(line),
          },
        }))}
        empty={
          filters.q || filters.show ? (
            <EmptyState
              title={t('list.noneTitle')}
              actions={<ButtonLink href={HERE}>{t('list.all')}</ButtonLink>}
            >
              {t('list.noneText')}
            </EmptyState>
          ) : (
            <EmptyState title={t('list.emptyTitle')}>{t('list.emptyText')}</EmptyState>
          )
        }
      />
    </ListPage>
  );
}
