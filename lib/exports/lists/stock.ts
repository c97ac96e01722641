import {
  listStock,
  type StockFilters,
  type StockLine,
  stockFilters,
} from '@/lib/records/stock/queries';
import { defineExport, type ExportColumn } from '../define';

const field = (
  kind: ExportColumn<StockLine>['kind'],
  name: string,
  value: ExportColumn<StockLine>['value'],
  width = 18,
): ExportColumn<StockLine> => ({ header: `stock.field.${name}`, kind, value, width });

const kindOf = ({ stock }: StockLine) => {
  if (!stock) return 'stock.show.free';
  return stock.available === 0 ? 'stock.show.empty' : 'stock.inStock';
};

/** Stock of a merchant's specifications on sale. */
export const stockExport = defineExport<StockLine, StockFilters>({
  portal: 'merchant',
  permission: 'saleRule.read',
  title: 'stock.list.title',
  filters: stockFilters,
  columns: [
    field('text', 'product', (line) => line.productName, 36),
    field('text', 'spec', (line) => line.specName, 30),
    field('word', 'kind', kindOf),
    field('number', 'total', ({ stock }) => stock?.total),
    field('number', 'consumed', ({ stock }) => stock?.consumed),
    field('number', 'available', ({ stock }) => stock?.available),
    field('dateTime', 'updatedAt', ({ stock }) => stock?.updatedAt),
  ],
  batch: async (actor, filters, after, size) => (await listStock(actor, filters, after, size)).rows,
  cursor: (line) => line.specId,
});
