import { notFound } from 'next/navigation';
import { RefundDocumentFields } from '@/components/refund/document-fields';
import { RefundView } from '@/components/refund/refund-view';
import { ButtonLink } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Textarea } from '@/components/ui/textarea';
import { EventButton } from '@/components/workflow/event-button';
import { listEvidence } from '@/lib/audit/queries';
import { requireMerchant } from '@/lib/auth/session';
import { allowedEvents } from '@/lib/engine/who-is-next';
import { uploadRule } from '@/lib/files/queries';
import { getT } from '@/lib/i18n/server';
import { refund } from '@/lib/workflows/refund/machine';
import { getRefund, getRefundDemands } from '@/lib/workflows/refund/queries';
import { reject } from '../actions';

/** One refund, as the merchant sees it, with its decision. */
export default async function Page({ params }: { params: Promise<{ refundId: string }> }) {
  const actor = await requireMerchant('refund.read');
  const { refundId } = await params;
  const detail = await getRefund(actor, refundId);
  if (!detail) notFound();
  const { row, delivery } = detail;
  const [t, log, demands, rule] = await Promise.all([
    getT('refund'),
    listEvidence(actor, 'refund', refundId),
    getRefundDemands(actor, row),
    uploadRule(actor, 'refundProof'),
  ]);
  // An appeal stops the decision; the notice says so.
  const mayDecide =
    allowedEvents(refund, row, actor).includes('agree') && delivery?.row.state !== 'appeal';
  return (
    <RefundView
      detail={detail}
      log={log}
      portal="merchant"
      actions={
        <>
          {delivery && (
            <ButtonLink href={`/merchant/supervision/${row.supervisionId}`}>
              {t('detail.toSupervision')}
            </ButtonLink>
          )}
          {mayDecide && (
            <>
              <EventButton
                noun="refund"
                event="reject"
                row={row}
                action={reject}
                danger
                intro={t('decide.rejectIntro')}
                success={t('decide.rejectSent')}
                consequences={[{ label: t('form.thenLabel'), value: t('decide.rejectThen') }]}
              >
                <Field
                  name="opinion"
                  label={t('decide.opinion')}
                  hint={t('decide.opinionHint')}
                  required
                >
                  <Textarea max={1000} rows={4} />
                </Field>
                <RefundDocumentFields demands={demands.reject} rule={rule} />
              </EventButton>
              <ButtonLink look="primary" href={`/merchant/refunds/${row.id}/agree`}>
                {t('event.agree')}
              </ButtonLink>
            </>
          )}
        </>
      }
    />
  );
}
