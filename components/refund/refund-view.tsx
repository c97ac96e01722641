import type { ReactNode } from 'react';
import { DetailPage } from '@/components/shell/detail-page';
import { NodeProgress } from '@/components/supervision/node-progress';
import { Section } from '@/components/ui/card';
import { DataTable } from '@/components/ui/data-table';
import { DescriptionList } from '@/components/ui/description-list';
import { type EvidenceEntry, EvidenceTimeline } from '@/components/workflow/evidence-timeline';
import { StateBadge } from '@/components/workflow/state-badge';
import { WhoIsNext } from '@/components/workflow/who-is-next';
import type { Portal } from '@/lib/auth/viewer';
import { whoIsNext } from '@/lib/engine/who-is-next';
import { currentLocale, getFormat, getT } from '@/lib/i18n/server';
import { refund } from '@/lib/workflows/refund/machine';
import type { RefundDetail } from '@/lib/workflows/refund/queries';
import { sharesOf } from '@/lib/workflows/refund/settlement';
import { DecisionBlock } from './decision-block';
import { contactFacts, moneyFacts, orderFacts, requestFacts } from './refund-facts';
import { RefundNotice } from './refund-notice';
import { refundColumns, refundRow } from './refund-row';

const SIDE = { merchant: 'merchant', buyer: 'buyer', ops: 'operations' } as const;

/** A request for a refund as one of the three portals sees it; `actions` are the reader's moves. */
export async function RefundView({
  detail,
  log,
  portal,
  actions,
}: {
  detail: RefundDetail;
  log: EvidenceEntry[];
  portal: Portal;
  actions?: ReactNode;
}) {
  const [t, orderWords, format, locale] = await Promise.all([
    getT('refund'),
    getT('order.state'),
    getFormat(),
    currentLocale(),
  ]);
  const { row, others, delivery, now } = detail;
  const words = { t, format, locale, portal };
  const shares = sharesOf(detail);
  const contact = contactFacts(detail, words);
  return (
    <DetailPage
      print
      breadcrumb={[{ label: t('title'), href: `/${portal}/refunds` }]}
      title={row.productName}
      badge={<StateBadge noun="refund" state={row.state} />}
      description={t('detail.about', { order: row.orderNumber, round: row.round })}
      actions={actions}
      next={
        <>
          <WhoIsNext noun="refund" next={whoIsNext(refund, row, now)} now={now} me={SIDE[portal]} />
          <div className="mt-3 empty:hidden">
            <RefundNotice detail={detail} portal={portal} />
          </div>
        </>
      }
      side={
        <Section title={t('detail.log')}>
          <EvidenceTimeline rows={log} />
        </Section>
      }
    >
      <Section title={t('detail.request')}>
        <DescriptionList items={requestFacts(detail, words)} />
      </Section>
      <DecisionBlock detail={detail} />
      {shares && (
        <Section
          title={t('detail.money')}
          description={t(row.state === 'refunded' ? 'detail.moneyNow' : 'detail.moneyPlan')}
        >
          <DescriptionList items={moneyFacts(detail, shares, words)} />
        </Section>
      )}
      <Section
        title={t(portal === 'buyer' ? 'detail.contactMerchant' : 'detail.contact')}
        description={
          portal === 'buyer'
            ? undefined
            : t(row.sharedContact ? 'detail.contactShared' : 'detail.contactNotShared')
        }
      >
        {contact.length > 0 ? (
          <DescriptionList items={contact} />
        ) : (
          <p className="text-muted">{t('detail.notShared')}</p>
        )}
      </Section>
      {delivery && (
        <Section title={t('detail.delivery')}>
          <NodeProgress detail={delivery} />
        </Section>
      )}
      <Section title={t('detail.order')}>
        <DescriptionList items={orderFacts(detail, words, orderWords)} />
      </Section>
      {others.length > 0 && (
        <Section title={t('detail.history')} flush>
          <DataTable
            caption={t('detail.history')}
            columns={refundColumns(t, portal).filter(({ key }) =>
              ['order', 'amount', 'reason', 'createdAt', 'state'].includes(key),
            )}
            rows={others.map((other) => refundRow(other, { ...words, now }))}
          />
        </Section>
      )}
    </DetailPage>
  );
}
