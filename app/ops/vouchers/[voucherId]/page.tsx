import { notFound } from 'next/navigation';
import { SubjectReview } from '@/app/ops/queue/subject-review';
import { voucherDetailView } from '@/app/voucher/views';
import { DetailPage } from '@/components/shell/detail-page';
import { Section } from '@/components/ui/card';
import { Field } from '@/components/ui/field';
import { SmartLink } from '@/components/ui/smart-link';
import { Textarea } from '@/components/ui/textarea';
import { VoucherFigures } from '@/components/voucher/voucher-figures';
import { VoucherTerms } from '@/components/voucher/voucher-terms';
import { validity } from '@/components/voucher/voucher-words';
import { EvidenceTimeline } from '@/components/workflow/evidence-timeline';
import { StateBadge } from '@/components/workflow/state-badge';
import { WhoIsNext } from '@/components/workflow/who-is-next';
import { requireOperator } from '@/lib/auth/session';

export default async function OpsVoucherPage({
  params,
}: {
  params: Promise<{ voucherId: string }>;
}) {
  const actor = await requireOperator('voucher.read');
  const view = await voucherDetailView(actor, (await params).voucherId);
  if (!view) notFound();
  const { detail, t, format } = view;
  const { voucher } = detail;
  const terms = t('chip.amount', {
    amount: format.money(voucher.amount),
    threshold: format.money(voucher.threshold),
  });
  const consequences = [
    { label: t('field.merchant'), value: voucher.merchantName },
    { label: t('field.product'), value: voucher.productName },
    { label: t('field.amount'), value: terms },
    { label: t('field.validity'), value: validity(format, voucher) },
    { label: t('field.quantity'), value: format.count(voucher.quantity) },
  ];
  return (
    <>
      <DetailPage
        title={voucher.name}
        breadcrumb={[{ label: t('list.opsTitle'), href: '/ops/vouchers' }]}
        badge={<StateBadge noun="voucher" state={voucher.state} />}
        description={terms}
        next={<WhoIsNext noun="voucher" next={view.next} now={detail.now} me="operations" />}
        side={
          <Section title={t('page.history')}>
            <EvidenceTimeline rows={view.evidence} />
          </Section>
        }
      >
        {voucher.issuedAt && (
          <VoucherFigures
            figures={detail.figures}
            usageHref={`/ops/vouchers/${voucher.id}/pieces`}
            {...{ t, format }}
          />
        )}
        <VoucherTerms
          batch={voucher}
          specNames={detail.specNames}
          portal="ops"
          product={
            <SmartLink className="link" href={`/ops/products/${voucher.productId}`}>
              {voucher.productName}
            </SmartLink>
          }
          {...{ t, format }}
        />
      </DetailPage>
      <SubjectReview
        actor={actor}
        noun="voucher"
        subjectId={voucher.id}
        version={voucher.version}
        approve={{
          intro: t('page.approveBody'),
          consequences,
          fields: (
            <Field name="opinion" label={t('field.opinion')}>
              <Textarea rows={3} max={500} />
            </Field>
          ),
        }}
        reject={{
          intro: t('page.rejectBody'),
          consequences,
          fields: (
            <Field name="reason" label={t('field.reason')} required>
              <Textarea rows={3} max={500} />
            </Field>
          ),
        }}
      />
    </>
  );
}
