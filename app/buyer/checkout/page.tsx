import { randomBytes } from 'node:crypto';
import { CheckoutForm } from '@/components/order/checkout-form';
import { ListPage } from '@/components/shell/list-page';
import { Alert } from '@/components/ui/alert';
import { ButtonLink } from '@/components/ui/button';
import { requireBuyer } from '@/lib/auth/session';
import { getFormat, getT } from '@/lib/i18n/server';
import { listParams, type SearchParams } from '@/lib/list/search-params';
import { getQuote } from '@/lib/workflows/order/quote';
import { submit } from './actions';

const whole = (text: string | undefined) => (/^\d{1,9}$/.test(text ?? '') ? Number(text) : 1);

export default async function CheckoutPage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireBuyer();
  const { sku = '', quantity, periods, voucher } = await listParams(searchParams);
  const wanted = { skuId: sku, quantity: whole(quantity), periods: whole(periods) };
  const [t, all, format, quote] = await Promise.all([
    getT('order'),
    getT(),
    getFormat(),
    getQuote(actor, wanted, voucher),
  ]);
  return (
    <ListPage title={t('checkout.title')} description={t('checkout.lead')}>
      {quote ? (
        <CheckoutForm
          quote={quote}
          wanted={wanted}
          // Made anew for each showing of the page: two clicks on one showing are one order.
          requestKey={randomBytes(18).toString('base64url')}
          action={submit}
          {...{ t, all, format }}
        />
      ) : (
        <Alert
          tone="warning"
          title={t('checkout.notFoundTitle')}
          actions={<ButtonLink href="/products">{t('list.toMarket')}</ButtonLink>}
        >
          {t('checkout.notFound')}
        </Alert>
      )}
    </ListPage>
  );
}
