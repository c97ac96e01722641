import { notFound } from 'next/navigation';
import { DetailPage } from '@/components/shell/detail-page';
import { Section } from '@/components/ui/card';
import { DescriptionList } from '@/components/ui/description-list';
import { FileList } from '@/components/ui/file-list';
import { SmartLink } from '@/components/ui/smart-link';
import { EvidenceTimeline } from '@/components/workflow/evidence-timeline';
import { listEvidence } from '@/lib/audit/queries';
import { can } from '@/lib/auth/permissions';
import { requireOperator } from '@/lib/auth/session';
import { getFormat, getT } from '@/lib/i18n/server';
import { listStreamNames } from '@/lib/records/merchant/queries';
import { getPayout } from '@/lib/records/payout/queries';

export default async function PayoutPage({ params }: { params: Promise<{ payoutId: string }> }) {
  const actor = await requireOperator('payout.read');
  const { payoutId } = await params;
  const found = await getPayout(actor, payoutId);
  if (!found) notFound();
  const { payout, slip } = found;
  const [t, format, log] = await Promise.all([
    getT('payout'),
    getFormat(),
    listEvidence(actor, 'payout', payout.id),
  ]);
  const names = await listStreamNames(actor, log);
  const { holder, bankName, branch, masked } = payout.bank;
  return (
    <DetailPage
      title={format.money(payout.amount)}
      breadcrumb={[{ label: t('list.title'), href: '/ops/payouts' }]}
      description={payout.merchantName}
      side={
        <Section title={t('page.log')}>
          <EvidenceTimeline rows={log} names={names} />
        </Section>
      }
    >
      <Section title={t('page.facts')}>
        <DescriptionList
          items={[
            {
              label: t('field.merchant'),
              value: (
                <SmartLink className="link" href={`/ops/merchants/${payout.merchantId}`}>
                  {payout.merchantName}
                </SmartLink>
              ),
            },
            { label: t('field.amount'), value: format.money(payout.amount) },
            { label: t('field.bank'), value: `${bankName} ${branch} •••• ${masked}` },
            { label: t('field.holder'), value: holder },
            { label: t('field.bankReference'), value: payout.bankReference },
            { label: t('field.paidOn'), value: format.day(payout.paidOn) },
            { label: t('field.createdAt'), value: format.dateTime(payout.createdAt) },
            ...(can(actor, 'ledger.read')
              ? [
                  {
                    label: t('page.ledger'),
                    value: (
                      <SmartLink className="link" href={`/ops/ledger?q=${payout.id}`}>
                        {payout.bankReference}
                      </SmartLink>
                    ),
                  },
                ]
              : []),
            { label: t('field.note'), value: payout.note, wide: true },
            {
              label: t('field.slipFileId'),
              value: <FileList files={slip ? [slip] : []} />,
              wide: true,
            },
          ]}
        />
      </Section>
    </DetailPage>
  );
}
