import {
  listSaleRules,
  type SaleRuleFilters,
  type SaleRuleLine,
  saleRuleFilters,
} from '@/lib/records/sale-rule/queries';
import { defineExport, type ExportColumn } from '../define';

const field = (
  kind: ExportColumn<SaleRuleLine>['kind'],
  name: string,
  value: ExportColumn<SaleRuleLine>['value'],
  width = 18,
): ExportColumn<SaleRuleLine> => ({ header: `saleRule.field.${name}`, kind, value, width });

/** What a merchant configured per product. */
export const saleRuleExport = defineExport<SaleRuleLine, SaleRuleFilters>({
  portal: 'merchant',
  permission: 'saleRule.read',
  title: 'saleRule.list.title',
  filters: saleRuleFilters,
  columns: [
    field('text', 'product', (line) => line.name, 36),
    field('word', 'state', (line) => `product.state.${line.state}`),
    field('number', 'limitCount', (line) => line.limits),
    field(
      'word',
      'who',
      (line) => `saleRule.who.${line.wholeProduct ? 'listed' : 'everybody'}`,
      24,
    ),
    field('number', 'restrictedSpecs', (line) => line.restrictedSpecs),
    field('number', 'buyers', (line) => line.buyers),
    field('text', 'productId', (line) => line.id, 34),
  ],
  batch: async (actor, filters, after, size) =>
    (await listSaleRules(actor, filters, after, size)).rows,
  cursor: (line) => line.id,
});
