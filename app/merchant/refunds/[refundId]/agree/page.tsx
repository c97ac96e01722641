import { notFound, redirect } from 'next/navigation';
import { AgreeForm } from '@/components/refund/agree-form';
import { PageHeader } from '@/components/shell/page-header';
import { requireMerchant } from '@/lib/auth/session';
import { allowedEvents } from '@/lib/engine/who-is-next';
import { uploadRule } from '@/lib/files/queries';
import { getFormat, getT } from '@/lib/i18n/server';
import { refund } from '@/lib/workflows/refund/machine';
import { getRefund, getRefundDemands } from '@/lib/workflows/refund/queries';
import { agree } from '../../actions';

/** The merchant's agreement to one refund. */
export default async function Page({ params }: { params: Promise<{ refundId: string }> }) {
  const actor = await requireMerchant('refund.decide');
  const { refundId } = await params;
  const detail = await getRefund(actor, refundId);
  if (!detail) notFound();
  const { row } = detail;
  // Decided or withdrawn meanwhile, perhaps in another tab: the request says what became of it.
  if (!allowedEvents(refund, row, actor).includes('agree')) {
    redirect(`/merchant/refunds/${refundId}`);
  }
  const [t, format, demands, rule] = await Promise.all([
    getT('refund'),
    getFormat(),
    getRefundDemands(actor, row),
    uploadRule(actor, 'refundProof'),
  ]);
  return (
    <div className="max-w-3xl">
      <PageHeader
        breadcrumb={[
          { label: t('title'), href: '/merchant/refunds' },
          { label: row.productName, href: `/merchant/refunds/${row.id}` },
        ]}
        title={t('event.agree')}
        description={`${t('detail.about', { order: row.orderNumber, round: row.round })} · ${format.money(row.amount)}`}
      />
      <AgreeForm detail={detail} demands={demands.agree} rule={rule} action={agree} />
    </div>
  );
}
