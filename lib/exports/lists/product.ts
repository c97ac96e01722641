import { type OpsProductFilters, opsProductFilters } from '@/lib/workflows/product/ops-queries';
import { listOwnProducts, type OwnItem } from '@/lib/workflows/product/own-queries';
import { defineExport, type ExportColumn } from '../define';

const field = (
  kind: ExportColumn<OwnItem>['kind'],
  name: string,
  value: ExportColumn<OwnItem>['value'],
  width = 18,
): ExportColumn<OwnItem> => ({ header: `opsProduct.field.${name}`, kind, value, width });

/** Products of all merchants, as operations filter them. */
export const opsProductExport = defineExport<OwnItem, OpsProductFilters>({
  portal: 'ops',
  permission: 'product.read',
  title: 'opsProduct.list.title',
  filters: opsProductFilters,
  columns: [
    field('text', 'product', ({ product }) => product.name, 36),
    field('text', 'productVersion', ({ product }) => product.productVersion),
    field('text', 'merchant', ({ merchantName }) => merchantName, 30),
    field('local', 'category', ({ category }) => category && localName(category), 20),
    field('word', 'state', ({ product }) => `product.state.${product.state}`),
    field(
      'word',
      'sale',
      ({ product }) => `opsProduct.sale.${product.publicSale ? 'public' : 'hidden'}`,
    ),
    field('number', 'specs', ({ specs }) => specs),
    field('money', 'fromPrice', ({ product }) => product.fromPrice),
    field('dateTime', 'listedAt', ({ product }) => product.listedAt),
    field('text', 'reason', ({ product }) => product.reason, 40),
    field('text', 'id', ({ product }) => product.id, 34),
  ],
  batch: async (actor, filters, after, size) =>
    (await listOwnProducts(actor, { ...filters, after, size })).rows,
  cursor: ({ product }) => product.id,
});

const localName = ({ nameZh, nameEn }: { nameZh: string; nameEn: string }) => ({
  'zh-CN': nameZh,
  en: nameEn,
});
