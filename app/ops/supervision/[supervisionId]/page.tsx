import { notFound } from 'next/navigation';
import { SubjectReview } from '@/app/ops/queue/subject-review';
import { refundsOfOrder } from '@/app/refund/of-order';
import { FrozenNotice } from '@/components/appeal/frozen-notice';
import { RefundSection } from '@/components/refund/refund-section';
import { RefundUnderWay } from '@/components/refund/refund-under-way';
import { ReReviewFields } from '@/components/supervision/re-review-fields';
import { SupervisionView } from '@/components/supervision/supervision-view';
import { listStream } from '@/lib/audit/queries';
import { requireOperator } from '@/lib/auth/session';
import { getT } from '@/lib/i18n/server';
import { listAppealsOf } from '@/lib/workflows/appeal/queries';
import { getSupervision } from '@/lib/workflows/supervision/queries';

/** One supervised order, as operations see it, with the re-review where its scene has one. */
export default async function Page({ params }: { params: Promise<{ supervisionId: string }> }) {
  const actor = await requireOperator('supervision.read');
  const { supervisionId } = await params;
  const detail = await getSupervision(actor, supervisionId);
  if (!detail) notFound();
  const { row } = detail;
  const [t, log, appeals, refunds] = await Promise.all([
    getT('supervision.dialog'),
    listStream(actor, `order:${detail.order.id}`),
    listAppealsOf(actor, supervisionId),
    refundsOfOrder(actor, 'ops', detail.order.id),
  ]);
  return (
    <>
      <SupervisionView
        detail={detail}
        log={log}
        portal="ops"
        notice={
          <>
            <FrozenNotice appeals={appeals} portal="ops" />
            <RefundUnderWay {...refunds} />
          </>
        }
        refunds={<RefundSection {...refunds} now={detail.now} />}
      />
      {row.state === 'reReview' && (
        <SubjectReview
          actor={actor}
          noun="supervision"
          subjectId={row.id}
          version={row.version}
          approve={{
            intro: t('passReReview.intro'),
            consequences: [{ label: t('then'), value: t('passReReview.then') }],
            fields: <ReReviewFields row={row} verdict="pass" />,
          }}
          reject={{
            intro: t('refuseReReview.intro'),
            consequences: [{ label: t('then'), value: t('refuseReReview.then') }],
            fields: <ReReviewFields row={row} verdict="refuse" />,
          }}
        />
      )}
    </>
  );
}
