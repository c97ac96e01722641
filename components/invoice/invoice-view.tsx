import { Download } from 'lucide-react';
import type { ReactNode } from 'react';
import { DetailPage } from '@/components/shell/detail-page';
import { Alert } from '@/components/ui/alert';
import { buttonClass } from '@/components/ui/button';
import { Section } from '@/components/ui/card';
import { DataTable } from '@/components/ui/data-table';
import { DescriptionList } from '@/components/ui/description-list';
import { type EvidenceEntry, EvidenceTimeline } from '@/components/workflow/evidence-timeline';
import { StateBadge, stateCell } from '@/components/workflow/state-badge';
import { type Next, WhoIsNext } from '@/components/workflow/who-is-next';
import type { Format } from '@/lib/i18n/server';
import type { Translate } from '@/lib/i18n/translator';
import type { InvoiceDetail } from '@/lib/workflows/invoice/queries';
import { buyerFacts, contentFacts, issuedFacts, sendingFacts } from './invoice-facts';
import { type InvoicePortal, rateText } from './invoice-rows';
import { OrderParts } from './order-parts';

const SIDES = { buyer: 'buyer', merchant: 'merchant', ops: 'operations' } as const;

export interface InvoiceViewProps {
  portal: InvoicePortal;
  detail: InvoiceDetail;
  evidence: EvidenceEntry[];
  next: Next;
  t: Translate;
  all: Translate;
  format: Format;
  actions?: ReactNode;
}

/** One invoice as a portal sees it: what it says, where it goes, what became of it. */
export function InvoiceView(props: InvoiceViewProps) {
  const { portal, detail, evidence, next, t, all, format, actions } = props;
  const { invoice, file, now } = detail;
  const words = { t, all, format };
  const who = portal === 'merchant' ? invoice.customerName : invoice.merchantName;
  const issued = issuedFacts(detail, portal, words);
  return (
    <DetailPage
      print
      title={invoice.number}
      breadcrumb={[{ label: t('title'), href: `/${portal}/invoices` }]}
      badge={<StateBadge noun="invoice" state={invoice.state} />}
      description={t('detail.about', {
        kind: t(`kind.${invoice.kind}`),
        medium: t(`medium.${invoice.medium}`),
        merchant: who,
      })}
      actions={
        <>
          {file && (
            <a className={buttonClass()} href={file.url} download>
              <Download aria-hidden="true" />
              {t('detail.download')}
            </a>
          )}
          {actions}
        </>
      }
      next={next.party && <WhoIsNext noun="invoice" next={next} now={now} me={SIDES[portal]} />}
      side={
        <Section title={t('detail.log')}>
          <EvidenceTimeline rows={evidence} />
        </Section>
      }
    >
      <Late {...props} />
      <Section title={t('detail.content')} description={t('detail.contentHint')}>
        <p className="num mb-4 text-[28px] font-semibold tracking-tight">
          {format.money(invoice.amount)}
        </p>
        <DescriptionList items={contentFacts(detail, words)} />
      </Section>
      <Section title={t('detail.buyerData')}>
        <DescriptionList items={buyerFacts(detail, words)} />
      </Section>
      {issued.length > 0 && (
        <Section title={t('detail.issued')}>
          <DescriptionList items={issued} />
        </Section>
      )}
      <Section title={t('detail.sending')}>
        <DescriptionList items={sendingFacts(detail, words)} />
      </Section>
      <Section title={t('detail.orders')} flush>
        <OrderParts parts={detail.orders} href={`/${portal}/orders`} t={t} format={format} />
      </Section>
      <Related {...props} />
      {portal === 'buyer' && detail.contact && (
        <Section title={t('detail.contact')}>
          <DescriptionList
            items={[
              { label: t('field.servicePhone'), value: detail.contact.phone },
              { label: t('field.serviceEmail'), value: detail.contact.email },
            ]}
          />
        </Section>
      )}
    </DetailPage>
  );
}

/** Said where the merchant let its time pass. */
function Late({ detail: { invoice, now }, t, format }: InvoiceViewProps) {
  if (invoice.state !== 'toIssue' || invoice.issueBy > now) return null;
  return (
    <Alert tone="warning" title={t('detail.overdue')}>
      {t('detail.overdueText', { at: format.dateTime(invoice.issueBy) })}
    </Alert>
  );
}

/** Invoices of the same application, the one before and the one after. */
function Related({ portal, detail, t, all, format }: InvoiceViewProps) {
  const related = [
    ...detail.siblings.map((link) => ({ link, why: 'sibling' })),
    ...(detail.replaces ? [{ link: detail.replaces, why: 'replaces' }] : []),
    ...(detail.replacedBy ? [{ link: detail.replacedBy, why: 'replacedBy' }] : []),
  ];
  if (related.length === 0) return null;
  return (
    <Section title={t('detail.links')} flush>
      <DataTable
        caption={t('detail.links')}
        columns={[
          { key: 'number', header: t('field.number'), kind: 'link' },
          { key: 'amount', header: t('field.amount'), kind: 'money' },
          { key: 'state', header: t('field.state'), kind: 'badge' },
        ]}
        rows={related.map(({ link, why }) => ({
          id: `${why}-${link.id}`,
          href: `/${portal}/invoices/${link.id}`,
          cells: {
            number: { text: link.number, sub: t(`detail.${why}`) },
            amount: { text: format.money(link.amount), sub: rateText(link.taxRate) },
            state: stateCell(all, 'invoice', link.state),
          },
        }))}
      />
    </Section>
  );
}
