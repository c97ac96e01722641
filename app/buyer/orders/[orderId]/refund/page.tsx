import { notFound } from 'next/navigation';
import { RefundForm } from '@/components/refund/refund-form';
import { RuleFacts } from '@/components/refund/rule-facts';
import { DetailPage } from '@/components/shell/detail-page';
import { Alert } from '@/components/ui/alert';
import { ButtonLink } from '@/components/ui/button';
import { Section } from '@/components/ui/card';
import { requireBuyer } from '@/lib/auth/session';
import { getT } from '@/lib/i18n/server';
import { getRefundOffer } from '@/lib/workflows/refund/queries';
import { request } from '../../../refunds/actions';

/** The request for a refund of one order; where none can be made, why. */
export default async function Page({ params }: { params: Promise<{ orderId: string }> }) {
  const actor = await requireBuyer();
  const { orderId } = await params;
  const offer = await getRefundOffer(actor, orderId);
  if (!offer) notFound();
  const [t, orderWords] = await Promise.all([getT('refund'), getT('order')]);
  const { order, openId, against } = offer;
  return (
    <DetailPage
      title={t('form.title')}
      breadcrumb={[
        { label: orderWords('list.buyerTitle'), href: '/buyer/orders' },
        { label: order.number, href: `/buyer/orders/${order.id}` },
      ]}
      description={order.productName}
      side={
        <Section title={t('form.applies')}>
          <RuleFacts answer={offer.answer} />
        </Section>
      }
    >
      {against ? (
        <Alert
          tone="warning"
          title={t('form.cannot')}
          actions={
            <>
              {openId && (
                <ButtonLink look="primary" href={`/buyer/refunds/${openId}`}>
                  {t('form.see')}
                </ButtonLink>
              )}
              <ButtonLink href={`/buyer/orders/${order.id}`}>{t('form.back')}</ButtonLink>
            </>
          }
        >
          {t(`error.open.${against}`)}
        </Alert>
      ) : (
        <RefundForm offer={offer} action={request} />
      )}
    </DetailPage>
  );
}
