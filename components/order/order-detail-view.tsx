import type { ReactNode } from 'react';
import { BundleButton } from '@/components/evidence/bundle-button';
import { OrderInvoices } from '@/components/invoice/order-invoices';
import { LedgerEntries } from '@/components/ledger/ledger-entries';
import { RefundSection } from '@/components/refund/refund-section';
import { RefundUnderWay } from '@/components/refund/refund-under-way';
import { DetailPage } from '@/components/shell/detail-page';
import { ButtonLink } from '@/components/ui/button';
import { Section } from '@/components/ui/card';
import { type EvidenceEntry, EvidenceTimeline } from '@/components/workflow/evidence-timeline';
import { StateBadge } from '@/components/workflow/state-badge';
import { type Next, WhoIsNext } from '@/components/workflow/who-is-next';
import type { Format } from '@/lib/i18n/server';
import type { Translate } from '@/lib/i18n/translator';
import type { EntryView } from '@/lib/money/queries';
import type { InvoiceLink } from '@/lib/workflows/invoice/queries';
import type { OrderDetail } from '@/lib/workflows/order/queries';
import { CustomerBlock, MerchantBlock, OrderBlock, ProductBlock } from './order-blocks';
import { type OrderAmounts, OrderMoney } from './order-money';
import type { OrderPortal } from './order-rows';
import { StandingNotice } from './standing-notice';

const SIDES = { buyer: 'buyer', merchant: 'merchant', ops: 'operations' } as const;

/** One order as a portal sees it. */
export function OrderDetailView({
  detail,
  portal,
  evidence,
  bundle,
  entries,
  next,
  supervisionHref,
  amounts,
  invoices,
  refunds,
  t,
  all,
  format,
  actions,
  children,
}: {
  detail: OrderDetail;
  portal: OrderPortal;
  evidence: EvidenceEntry[];
  /** Whether the reader may take the evidence out. */
  bundle: boolean;
  entries: EntryView[];
  next: Next;
  /** The delivery of a paid order. */
  supervisionHref: string | undefined;
  amounts: OrderAmounts;
  invoices: InvoiceLink[];
  refunds: Pick<Parameters<typeof RefundSection>[0], 'refunds' | 'offer'>;
  t: Translate;
  all: Translate;
  format: Format;
  actions?: ReactNode;
  /** What stands above the blocks, e.g. the delivery. */
  children?: ReactNode;
}) {
  const { order, now } = detail;
  const block = { detail, portal, t, format };
  return (
    <DetailPage
      print
      title={order.number}
      breadcrumb={[{ label: t(`list.${portal}Title`), href: `/${portal}/orders` }]}
      badge={<StateBadge noun="order" state={order.state} />}
      description={order.productName}
      actions={
        <>
          {supervisionHref && (
            <ButtonLink
              href={supervisionHref}
              look={order.state === 'processing' ? 'primary' : 'outline'}
            >
              {t('page.toSupervision')}
            </ButtonLink>
          )}
          {actions}
        </>
      }
      next={
        <>
          <WhoIsNext noun="order" next={next} now={now} me={SIDES[portal]} />
          <div className="mt-3 empty:hidden">
            <RefundUnderWay refunds={refunds.refunds} portal={portal} />
            <StandingNotice {...block} />
          </div>
        </>
      }
      side={
        <Section
          title={t('page.history')}
          actions={
            bundle ? <BundleButton orderId={order.id} portal={portal} size="sm" /> : undefined
          }
        >
          <EvidenceTimeline rows={evidence} />
        </Section>
      }
    >
      {children}
      <ProductBlock {...block} />
      <OrderBlock {...block} />
      {portal !== 'buyer' && <CustomerBlock {...block} />}
      {portal !== 'merchant' && <MerchantBlock {...block} />}
      <RefundSection {...refunds} portal={portal} now={now} />
      <OrderMoney {...block} all={all} amounts={amounts} />
      <OrderInvoices invoices={invoices} portal={portal} all={all} format={format} />
      {entries.length > 0 && (
        <Section title={t('page.ledger')} flush>
          <LedgerEntries
            entries={entries}
            all={all}
            format={format}
            linked={portal === 'ops'}
            caption={t('page.ledger')}
          />
        </Section>
      )}
    </DetailPage>
  );
}
