import { PageHeader } from '@/components/shell/page-header';
import { StandingBanner } from '@/components/standing/standing-banner';
import { Button, ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { VoucherForm } from '@/components/voucher/voucher-form';
import { requireMerchant } from '@/lib/auth/session';
import { getT } from '@/lib/i18n/server';
import { newId } from '@/lib/ids';
import { listParams, type SearchParams } from '@/lib/list/search-params';
import { maySell } from '@/lib/records/standing/gate';
import { getStandingNotice } from '@/lib/workflows/standing/queries';
import { voucherLimits } from '@/lib/workflows/voucher/limits';
import { getVoucherProduct, listVoucherProducts } from '@/lib/workflows/voucher/offer-queries';
import { create } from '../actions';

export default async function NewVoucherPage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireMerchant('voucher.manage');
  const { product: chosen } = await listParams(searchParams);
  const [t, products, product, limits, standing] = await Promise.all([
    getT('voucher'),
    listVoucherProducts(actor),
    chosen ? getVoucherProduct(actor, chosen) : undefined,
    voucherLimits(actor),
    getStandingNotice(actor),
  ]);
  return (
    <>
      <PageHeader
        title={t('page.newTitle')}
        description={t('page.newLead')}
        breadcrumb={[{ label: t('list.merchantTitle'), href: '/merchant/vouchers' }]}
      />
      {standing && (
        <div className="mb-4">
          <StandingBanner standing={standing} />
        </div>
      )}
      {!maySell(standing) ? null : product ? (
        <VoucherForm
          product={product}
          hidden={{ requestKey: newId('view') }}
          months={limits.months}
          action={create}
          values={{
            name: '',
            specIds: [],
            amount: '',
            threshold: '',
            startsOn: limits.today,
            endsOn: '',
            billing: '',
            orderType: 'new',
            exclusions: [],
            quantity: '100',
            perUser: '1',
            distribution: 'public',
            showOnPage: true,
          }}
          t={t}
        />
      ) : products.length === 0 ? (
        <EmptyState
          title={t('page.noProducts')}
          actions={<ButtonLink href="/merchant/products/publish">{t('page.toPublish')}</ButtonLink>}
        >
          {t('page.noProductsText')}
        </EmptyState>
      ) : (
        <Card className="max-w-3xl">
          <form method="get" action="/merchant/vouchers/new" className="grid gap-3">
            <label htmlFor="product" className="font-medium">
              {t('page.chooseProduct')}
            </label>
            <p className="text-[13px] text-muted">{t('page.chooseLead')}</p>
            <select id="product" name="product" required className="select-native" defaultValue="">
              <option value="">{t('page.choose')}</option>
              {products.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
            <div>
              <Button type="submit" look="primary">
                {t('page.go')}
              </Button>
            </div>
          </form>
        </Card>
      )}
    </>
  );
}
