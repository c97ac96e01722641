import { FilterBar, type FilterField, type FilterValues } from '@/components/ui/filter-bar';
import type { Translate } from '@/lib/i18n/translator';
import { order as machine } from '@/lib/workflows/order/machine';
import type { OrderPortal } from './order-rows';

/** Filters of an order list (orders-and-refunds.md 6). */
export function OrderFilterBar({
  portal,
  t,
  values,
}: {
  portal: OrderPortal;
  t: Translate;
  values: FilterValues;
}) {
  const named = (name: string, field: string): FilterField => ({
    kind: 'text',
    name,
    label: t(`field.${field}`),
  });
  const fields: FilterField[] = [
    {
      kind: 'search',
      name: 'q',
      placeholder: t(portal === 'buyer' ? 'list.searchBuyer' : 'list.search'),
    },
    {
      kind: 'select',
      name: 'state',
      label: t('field.state'),
      options: machine.states.map((value) => ({ value, label: t(`state.${value}`) })),
    },
    ...(portal === 'buyer'
      ? []
      : [
          named('number', 'number'),
          named('customer', 'customer'),
          named('account', 'account'),
          named('product', 'product'),
        ]),
    { kind: 'dates', from: 'from', to: 'to', label: t('list.time') },
  ];
  return <FilterBar action={`/${portal}/orders`} values={values} fields={fields} />;
}
