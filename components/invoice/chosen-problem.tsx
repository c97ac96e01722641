import { Alert } from '@/components/ui/alert';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import type { Translate } from '@/lib/i18n/translator';
import type { ApplicationStart } from '@/lib/workflows/invoice/apply-queries';

const PATH = '/buyer/invoices/apply';
const query = (ids: readonly string[]) =>
  ids.map((id) => `ids=${encodeURIComponent(id)}`).join('&');

/** What stands against the chosen orders, each with the way on; nothing when nothing does. */
export function chosenProblem(starts: readonly ApplicationStart[], t: Translate) {
  if (starts.length === 0) {
    return (
      <div className="card">
        <EmptyState
          title={t('apply.nothing')}
          actions={
            <ButtonLink look="primary" href="/buyer/invoices/orders">
              {t('apply.toOrders')}
            </ButtonLink>
          }
        >
          {t('orders.goHelp')}
        </EmptyState>
      </div>
    );
  }
  if (starts.length > 1) {
    return (
      <Alert
        tone="warning"
        title={t('apply.several')}
        actions={starts.map(({ merchantId, merchantName, orders }) => (
          <ButtonLink key={merchantId} href={`${PATH}?${query(orders.map(({ id }) => id))}`}>
            {t('apply.forMerchant', { merchant: merchantName, count: orders.length })}
          </ButtonLink>
        ))}
      />
    );
  }
  const orders = starts[0]?.orders ?? [];
  const blocked = orders.filter(({ obstacle }) => obstacle);
  if (blocked.length === 0) return undefined;
  const free = orders.filter(({ obstacle }) => !obstacle).map(({ id }) => id);
  return (
    <Alert
      tone="warning"
      title={t('apply.blocked')}
      actions={
        <ButtonLink href={free.length > 0 ? `${PATH}?${query(free)}` : '/buyer/invoices/orders'}>
          {t(free.length > 0 ? 'apply.without' : 'apply.toOrders')}
        </ButtonLink>
      }
    >
      {blocked.map(({ id, row, obstacle }) => (
        <p key={id}>{t(`error.open.${obstacle}`, { order: row.number })}</p>
      ))}
    </Alert>
  );
}
