import type { Portal } from '@/lib/auth/viewer';
import { productReviewFilters, reviewableFilters } from '@/lib/workflows/product-review/filters';
import type { ProductReviewRow } from '@/lib/workflows/product-review/machine';
import { listReviews } from '@/lib/workflows/product-review/queries';
import {
  listReviewables,
  type Reviewable,
} from '@/lib/workflows/product-review/reviewable-queries';
import { defineExport, type ExportColumn } from '../define';

type Columns = ExportColumn<ProductReviewRow>[];

const text = (
  header: string,
  value: Columns[number]['value'],
  width?: number,
): Columns[number] => ({
  header: `productReview.field.${header}`,
  kind: 'text',
  value,
  ...(width ? { width } : {}),
});
const score = (key: 'stars' | 'quality' | 'service' | 'delivery'): Columns[number] => ({
  header: `productReview.field.${key}`,
  kind: 'number',
  value: (row) => row[key],
});

const columnsFor = (portal: Portal): Columns => [
  text('product', (row) => row.productName, 32),
  text('spec', (row) => row.specName),
  text('order', (row) => row.orderNumber),
  ...(portal === 'merchant' ? [] : [text('merchant', (row) => row.merchantName)]),
  ...(portal === 'ops' ? [text('buyer', (row) => row.buyerName)] : []),
  text('reviewedBy', (row) => row.reviewedBy),
  score('stars'),
  score('quality'),
  score('service'),
  score('delivery'),
  text('text', (row) => row.text, 60),
  {
    header: 'productReview.field.state',
    kind: 'word',
    value: (row) => `productReview.state.${row.state}`,
  },
  { header: 'productReview.field.reviewedAt', kind: 'dateTime', value: (row) => row.createdAt },
  text('answer', (row) => row.answer, 60),
  { header: 'productReview.field.answeredAt', kind: 'dateTime', value: (row) => row.answeredAt },
  text('followUp', (row) => row.followUp, 60),
];

/** The list of reviews of one portal. */
export const productReviewExport = (portal: Portal) =>
  defineExport({
    portal,
    permission: 'productReview.read',
    title: `productReview.list.${portal}Title`,
    filters: productReviewFilters,
    columns: columnsFor(portal),
    batch: async (actor, filters, after, size) =>
      (await listReviews(actor, filters, after, size)).rows,
    cursor: (row) => row.id,
  });

/** What waits for the customer's review. */
export const reviewableExport = defineExport<Reviewable, { q?: string | undefined }>({
  portal: 'buyer',
  permission: 'productReview.write',
  title: 'productReview.list.waiting',
  filters: reviewableFilters,
  columns: [
    {
      header: 'productReview.field.product',
      kind: 'text',
      value: ({ line }) => line.productName,
      width: 32,
    },
    { header: 'productReview.field.spec', kind: 'text', value: ({ line }) => line.specName },
    {
      header: 'productReview.field.merchant',
      kind: 'text',
      value: ({ order }) => order.merchantName,
    },
    { header: 'productReview.field.order', kind: 'text', value: ({ order }) => order.number },
    {
      header: 'productReview.field.completedAt',
      kind: 'dateTime',
      value: ({ order }) => order.completedAt,
    },
    { header: 'productReview.field.until', kind: 'dateTime', value: ({ until }) => until },
  ],
  batch: async (actor, filters, after, size) =>
    (await listReviewables(actor, filters, after, size)).rows,
  cursor: ({ line }) => line.id,
});
