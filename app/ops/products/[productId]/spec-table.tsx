import { DataTable } from '@/components/ui/data-table';
import { getFormat, getT } from '@/lib/i18n/server';
import type { OwnProduct } from '@/lib/workflows/product/own-queries';

/** Specifications with their SKUs, prices, stock and limits; delisted ones last. */
export async function SpecTable({ found }: { found: OwnProduct }) {
  const [t, rule, format] = await Promise.all([getT('opsProduct'), getT('saleRule'), getFormat()]);
  const limitOf = (limit: OwnProduct['specs'][number]['limit']) =>
    limit
      ? [
          limit.times === null ? '' : rule('limit.saysTimes', { count: limit.times }),
          limit.quantity === null ? '' : rule('limit.saysQuantity', { count: limit.quantity }),
          limit.untilExpiry ? rule('limit.saysUntilExpiry') : '',
        ]
          .filter(Boolean)
          .join(rule('limit.and'))
      : null;
  return (
    <DataTable
      caption={t('detail.specs')}
      columns={[
        { key: 'spec', header: t('field.spec'), wrap: true },
        { key: 'billing', header: t('field.billing') },
        { key: 'price', header: t('field.price'), kind: 'money' },
        { key: 'state', header: t('field.state'), kind: 'badge' },
        { key: 'stock', header: t('field.stock'), kind: 'number' },
        { key: 'limit', header: t('field.limit'), wrap: true },
      ]}
      rows={found.specs.flatMap((spec) =>
        spec.skus.map((sku, index) => {
          const onSale = spec.state === 'onSale' && sku.state === 'onSale';
          const values = sku.attributes.map(({ value }) => value).join(' · ');
          const first = index === 0;
          return {
            id: sku.id,
            cells: {
              spec: {
                text: spec.name,
                sub: [spec.hidden ? t('sale.hidden') : '', values].filter(Boolean).join(' · '),
              },
              billing: t(`billing.${sku.billing}`),
              price: {
                text: format.money(sku.price),
                ...(sku.quantity ? { sub: t('perUnit', { unit: sku.quantity.unit }) } : {}),
              },
              state: {
                text: t(onSale ? 'specState.onSale' : 'specState.delisted'),
                tone: onSale ? ('success' as const) : ('neutral' as const),
              },
              stock:
                first && spec.stock
                  ? `${format.count(spec.stock.total - spec.stock.consumed)} / ${format.count(spec.stock.total)}`
                  : null,
              limit: first ? limitOf(spec.limit) : null,
            },
          };
        }),
      )}
    />
  );
}
