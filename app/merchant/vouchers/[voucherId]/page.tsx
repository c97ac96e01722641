import { notFound } from 'next/navigation';
import { StandingNotice } from '@/app/merchant/standing-notice';
import { voucherDetailView } from '@/app/voucher/views';
import { DetailPage } from '@/components/shell/detail-page';
import { Section } from '@/components/ui/card';
import { SmartLink } from '@/components/ui/smart-link';
import { CustomerListForm } from '@/components/voucher/customer-list-form';
import { VoucherActions } from '@/components/voucher/voucher-actions';
import { VoucherCodes } from '@/components/voucher/voucher-codes';
import { VoucherFigures } from '@/components/voucher/voucher-figures';
import { VoucherTerms } from '@/components/voucher/voucher-terms';
import { EvidenceTimeline } from '@/components/workflow/evidence-timeline';
import { StateBadge } from '@/components/workflow/state-badge';
import { WhoIsNext } from '@/components/workflow/who-is-next';
import { requireMerchant } from '@/lib/auth/session';
import { allowedEvents } from '@/lib/engine/who-is-next';
import { uploadRule } from '@/lib/files/queries';
import { voucherLimits } from '@/lib/workflows/voucher/limits';
import { voucher as machine } from '@/lib/workflows/voucher/machine';
import { codes, end, name, submit } from '../actions';

export default async function VoucherPage({ params }: { params: Promise<{ voucherId: string }> }) {
  const actor = await requireMerchant('voucher.read');
  const view = await voucherDetailView(actor, (await params).voucherId);
  if (!view) notFound();
  const { detail, t, format } = view;
  const { voucher } = detail;
  const events = allowedEvents(machine, voucher, actor);
  const [limits, list] = await Promise.all([
    voucherLimits(actor),
    uploadRule(actor, 'voucherCustomers'),
  ]);
  return (
    <DetailPage
      title={voucher.name}
      breadcrumb={[{ label: t('list.merchantTitle'), href: '/merchant/vouchers' }]}
      badge={<StateBadge noun="voucher" state={voucher.state} />}
      description={t('chip.amount', {
        amount: format.money(voucher.amount),
        threshold: format.money(voucher.threshold),
      })}
      actions={<VoucherActions {...{ detail, events, submit, end, t, format }} />}
      next={<WhoIsNext noun="voucher" next={view.next} now={detail.now} me="merchant" />}
      side={
        <Section title={t('page.history')}>
          <EvidenceTimeline rows={view.evidence} />
        </Section>
      }
    >
      {events.includes('submit') && <StandingNotice actor={actor} />}
      {voucher.issuedAt && (
        <VoucherFigures
          figures={detail.figures}
          usageHref={`/merchant/vouchers/${voucher.id}/pieces`}
          {...{ t, format }}
        />
      )}
      {voucher.distribution === 'named' && events.includes('nameCustomers') && (
        <CustomerListForm
          voucherId={voucher.id}
          accept={list.extensions.map((one) => `.${one}`).join(',')}
          action={name}
          t={t}
        />
      )}
      <VoucherTerms
        batch={voucher}
        specNames={detail.specNames}
        portal="merchant"
        product={
          <SmartLink className="link" href={`/merchant/products/${voucher.productId}`}>
            {voucher.productName}
          </SmartLink>
        }
        {...{ t, format }}
      />
      {(events.includes('makeCodes') || detail.codeSets.length > 0) && (
        <VoucherCodes
          detail={detail}
          most={limits.codesMost}
          mayMake={events.includes('makeCodes')}
          action={codes}
          {...{ t, format }}
        />
      )}
    </DetailPage>
  );
}
