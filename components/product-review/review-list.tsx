import { ListPage } from '@/components/shell/list-page';
import type { Column, Row } from '@/components/ui/data-table';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { ExportLinks } from '@/components/ui/export-links';
import { FilterBar, type FilterField } from '@/components/ui/filter-bar';
import { Pager } from '@/components/ui/pager';
import { Tabs } from '@/components/ui/tabs';
import { stateCell } from '@/components/workflow/state-badge';
import { PRODUCT_REVIEW_STATES } from '@/db/schema/product-review';
import type { Portal } from '@/lib/auth/viewer';
import type { Format } from '@/lib/i18n/server';
import type { Translate } from '@/lib/i18n/translator';
import type { ProductReviewFilters } from '@/lib/workflows/product-review/filters';
import type { ProductReviewRow } from '@/lib/workflows/product-review/machine';

export interface ReviewListProps {
  portal: Portal;
  path: string;
  t: Translate;
  all: Translate;
  format: Format;
  values: Record<string, string | undefined>;
  filters: ProductReviewFilters;
  rows: ProductReviewRow[];
  /** For the filter; the customer's list has none. */
  products: { id: string; name: string }[];
  /** Formatted. */
  total: string;
  tabs: { key: string; label: string; href: string; count?: string }[];
  tab: string;
  links: { previous: string | null; next: string | null };
  exportHref: string;
  now: Date;
}

/** Reviews as one portal lists them: own ones, those of a merchant's products, or all. */
export function ReviewList(props: ReviewListProps) {
  const { portal, path, t, values, filters, total } = props;
  const filtered = Object.values(filters).some((value) => value !== undefined);
  return (
    <ListPage
      title={t(`list.${portal}Title`)}
      count={total}
      description={t(`list.about.${portal}`)}
      actions={<ExportLinks href={props.exportHref} />}
      tabs={<Tabs label={t('list.views')} current={props.tab} items={props.tabs} />}
      filters={<FilterBar action={path} values={values} fields={fieldsOf(props)} />}
      pager={<Pager {...props.links} total={total} />}
    >
      <DataTable
        caption={t(`list.${portal}Title`)}
        columns={columnsOf(props)}
        rows={props.rows.map((row) => rowOf(row, props))}
        empty={
          <EmptyState title={t(filtered ? 'list.noneFound' : `list.none.${portal}`)}>
            {t(filtered ? 'list.tryOther' : `list.teach.${portal}`)}
          </EmptyState>
        }
      />
    </ListPage>
  );
}

function fieldsOf({ portal, t, products }: ReviewListProps): FilterField[] {
  const options = (words: readonly string[], key: string) =>
    words.map((value) => ({ value, label: t(`${key}.${value}`) }));
  // A deleted review is operations' own business.
  const states = PRODUCT_REVIEW_STATES.filter((state) => portal === 'ops' || state !== 'deleted');
  return [
    { kind: 'search', name: 'q', placeholder: t('list.search') },
    ...(products.length > 0
      ? [
          {
            kind: 'select' as const,
            name: 'product',
            label: t('field.product'),
            options: products.map(({ id, name }) => ({ value: id, label: name })),
          },
        ]
      : []),
    {
      kind: 'select',
      name: 'stars',
      label: t('field.stars'),
      options: [5, 4, 3, 2, 1].map((stars) => ({
        value: String(stars),
        label: t('starsOf', { stars }),
      })),
    },
    { kind: 'select', name: 'state', label: t('field.state'), options: options(states, 'state') },
    {
      kind: 'select',
      name: 'answered',
      label: t('field.answered'),
      options: options(['yes', 'no'], 'list.answered'),
    },
    { kind: 'dates', from: 'from', to: 'to', label: t('field.reviewedAt') },
  ];
}

const columnsOf = ({ portal, t }: ReviewListProps): Column[] => [
  { key: 'text', header: t('field.text'), kind: 'link', wrap: true },
  { key: 'product', header: t('field.product'), wrap: true },
  { key: 'stars', header: t('field.stars'), kind: 'number' },
  ...(portal === 'buyer' ? [] : [{ key: 'by', header: t('field.reviewedBy') }]),
  { key: 'order', header: t('field.order'), kind: 'mono' },
  { key: 'state', header: t('field.state'), kind: 'badge' },
  { key: 'answered', header: t('field.answered') },
  { key: 'at', header: t('field.reviewedAt'), kind: 'date' },
];

const LENGTH = 60;
const short = (text: string) => {
  const letters = [...text.replaceAll(/\s+/g, ' ')];
  return letters.length > LENGTH ? `${letters.slice(0, LENGTH).join('')}…` : letters.join('');
};

function rowOf(row: ProductReviewRow, { portal, path, t, all, format, now }: ReviewListProps): Row {
  const due = row.dueAt ? format.due(row.dueAt, now) : undefined;
  const order = { text: row.orderNumber, href: `/${portal}/orders/${row.orderId}` };
  return {
    id: row.id,
    href: `${path}/${row.id}`,
    ...(due?.overdue ? { tone: 'warning' as const } : {}),
    cells: {
      text: short(row.text),
      product: { text: row.productName, sub: row.specName },
      stars: t('starsOf', { stars: row.stars }),
      by: portal === 'ops' ? { text: row.buyerName, sub: row.merchantName } : row.reviewedBy,
      order,
      state: { ...stateCell(all, 'productReview', row.state), ...(due ? { sub: due.text } : {}) },
      answered: t(row.answer ? 'list.answered.yes' : 'list.answered.no'),
      at: format.dateTime(row.createdAt),
    },
  };
}
