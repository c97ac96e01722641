import { notFound, redirect } from 'next/navigation';
import { PageHeader } from '@/components/shell/page-header';
import { DeliverForm } from '@/components/supervision/deliver-form';
import { requireMerchant } from '@/lib/auth/session';
import { allowedEvents } from '@/lib/engine/who-is-next';
import { getT } from '@/lib/i18n/server';
import { supervision } from '@/lib/workflows/supervision/machine';
import { getSupervision } from '@/lib/workflows/supervision/queries';
import { uploadRulesOf } from '@/lib/workflows/supervision/upload-rules';
import { handIn } from '../../actions';

/** Delivery proof of one supervised order. */
export default async function Page({ params }: { params: Promise<{ supervisionId: string }> }) {
  const actor = await requireMerchant('supervision.deliver');
  const { supervisionId } = await params;
  const detail = await getSupervision(actor, supervisionId);
  if (!detail) notFound();
  const { row } = detail;
  // The delivery was handed in meanwhile, perhaps in another tab: the record says what became of it.
  if (!allowedEvents(supervision, row, actor).includes('deliver')) {
    redirect(`/merchant/supervision/${supervisionId}`);
  }
  const [t, rules] = await Promise.all([
    getT('supervision'),
    uploadRulesOf(actor, row.demands.delivery),
  ]);
  return (
    <div className="max-w-3xl">
      <PageHeader
        breadcrumb={[
          { label: t('title'), href: '/merchant/supervision' },
          { label: row.productName, href: `/merchant/supervision/${row.id}` },
        ]}
        title={t('event.deliver')}
        description={t('detail.about', { order: row.orderNumber, spec: row.specName })}
      />
      <DeliverForm detail={detail} action={handIn} rules={rules} />
    </div>
  );
}
