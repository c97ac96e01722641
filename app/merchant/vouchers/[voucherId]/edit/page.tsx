import { notFound, redirect } from 'next/navigation';
import { StandingNotice } from '@/app/merchant/standing-notice';
import { PageHeader } from '@/components/shell/page-header';
import { VoucherForm } from '@/components/voucher/voucher-form';
import { lastMoment } from '@/components/voucher/voucher-words';
import { requireMerchant } from '@/lib/auth/session';
import { allowedEvents } from '@/lib/engine/who-is-next';
import { getT } from '@/lib/i18n/server';
import { dayOf } from '@/lib/time/working-days';
import { voucherLimits } from '@/lib/workflows/voucher/limits';
import { voucher as machine } from '@/lib/workflows/voucher/machine';
import { getVoucherProduct } from '@/lib/workflows/voucher/offer-queries';
import { getVoucher } from '@/lib/workflows/voucher/queries';
import { edit } from '../../actions';

const yuan = (fen: bigint) => String(fen / 100n);

export default async function EditVoucherPage({
  params,
}: {
  params: Promise<{ voucherId: string }>;
}) {
  const actor = await requireMerchant('voucher.manage');
  const detail = await getVoucher(actor, (await params).voucherId);
  if (!detail) notFound();
  const { voucher } = detail;
  const product = await getVoucherProduct(actor, voucher.productId);
  const home = `/merchant/vouchers/${voucher.id}`;
  if (!product || !allowedEvents(machine, voucher, actor).includes('edit')) redirect(home);
  const [t, limits] = await Promise.all([getT('voucher'), voucherLimits(actor)]);
  return (
    <>
      <PageHeader
        title={t('page.editTitle')}
        description={voucher.name}
        breadcrumb={[
          { label: t('list.merchantTitle'), href: '/merchant/vouchers' },
          { label: voucher.name, href: home },
        ]}
      />
      <StandingNotice actor={actor} />
      <VoucherForm
        product={product}
        hidden={{ id: voucher.id, version: voucher.version }}
        months={limits.months}
        action={edit}
        values={{
          ...voucher,
          amount: yuan(voucher.amount),
          threshold: yuan(voucher.threshold),
          startsOn: dayOf(voucher.startsAt, limits.timeZone),
          endsOn: dayOf(lastMoment(voucher.endsAt), limits.timeZone),
          quantity: String(voucher.quantity),
          perUser: String(voucher.perUser),
        }}
        t={t}
      />
    </>
  );
}
