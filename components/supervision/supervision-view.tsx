import { Download } from 'lucide-react';
import type { ReactNode } from 'react';
import { DetailPage } from '@/components/shell/detail-page';
import { buttonClass } from '@/components/ui/button';
import { Section } from '@/components/ui/card';
import { DescriptionList } from '@/components/ui/description-list';
import { EvidenceTimeline } from '@/components/workflow/evidence-timeline';
import { StateBadge } from '@/components/workflow/state-badge';
import { WhoIsNext } from '@/components/workflow/who-is-next';
import type { EvidenceRow } from '@/lib/audit/hash';
import type { Portal } from '@/lib/auth/viewer';
import { whoIsNext } from '@/lib/engine/who-is-next';
import { getFormat, getT } from '@/lib/i18n/server';
import { supervision } from '@/lib/workflows/supervision/machine';
import type { SupervisionDetail } from '@/lib/workflows/supervision/queries';
import { NodeProgress } from './node-progress';
import { contactFacts, orderFacts, recordFacts } from './record-facts';
import { ReturnedNotice } from './returned-notice';
import { RoundCard } from './round-card';

const SIDE = { merchant: 'merchant', buyer: 'buyer', ops: 'operations' } as const;

/** A party sees its own network addresses, operations all of them. */
const ADDRESSES = { merchant: 'member', buyer: 'buyer', ops: 'all' } as const;

/** What each account in the log is called: the customer and the merchant, as both sides know them. */
function namesIn({ order, row }: SupervisionDetail, log: EvidenceRow[]): Record<string, string> {
  const members = log.filter(({ actor }) => actor.kind === 'member' && actor.accountId);
  return {
    ...Object.fromEntries(members.map(({ actor }) => [actor.accountId, row.merchantName])),
    [row.buyerId]: order.customerName,
  };
}

/** A supervision record as one of the three portals sees it; `actions` are the reader's moves. */
export async function SupervisionView({
  detail,
  log,
  portal,
  actions,
  notice,
  refunds,
}: {
  detail: SupervisionDetail;
  log: EvidenceRow[];
  portal: Portal;
  actions?: ReactNode;
  /** What stands above everything else, e.g. that an appeal stopped it. */
  notice?: ReactNode;
  /** Requests for a refund of this order. */
  refunds?: ReactNode;
}) {
  const [t, orderWords, format] = await Promise.all([
    getT('supervision'),
    getT('order.state'),
    getFormat(),
  ]);
  const { row, rounds, now } = detail;
  const templates = [
    { key: 'requirementTemplate', id: row.requirementTemplateFileId },
    { key: 'deliveryTemplate', id: row.deliveryTemplateFileId },
  ].filter(({ id }) => id);
  const part = (kind: 'requirement' | 'delivery') =>
    rounds.filter(({ round }) => round.kind === kind);
  return (
    <DetailPage
      print
      breadcrumb={[{ label: t('title'), href: `/${portal}/supervision` }]}
      title={row.productName}
      badge={<StateBadge noun="supervision" state={row.state} />}
      description={t('detail.about', { order: row.orderNumber, spec: row.specName })}
      actions={actions}
      next={
        supervision.end.includes(row.state) ? undefined : (
          <>
            <WhoIsNext
              noun="supervision"
              next={whoIsNext(supervision, row, now)}
              now={now}
              me={SIDE[portal]}
            />
            <div className="mt-3 empty:hidden">
              <ReturnedNotice detail={detail} />
            </div>
          </>
        )
      }
      side={
        <Section title={t('detail.log')}>
          <EvidenceTimeline rows={log} names={namesIn(detail, log)} addresses={ADDRESSES[portal]} />
        </Section>
      }
    >
      {notice}
      <Section title={t('detail.progress')}>
        <NodeProgress detail={detail} />
      </Section>
      {refunds}
      {templates.length > 0 && (
        <div className="no-print">
          <Section title={t('detail.templates')} description={t('detail.templatesHint')}>
            <div className="flex flex-wrap gap-2">
              {templates.map(({ key, id }) => (
                <a key={key} className={buttonClass()} href={`/api/files/${id}`} download>
                  <Download aria-hidden="true" />
                  {t(`field.${key}`)}
                </a>
              ))}
            </div>
          </Section>
        </div>
      )}
      {part('delivery').length > 0 && (
        <Section title={t('detail.deliveries')}>
          {part('delivery').map((entry) => (
            <RoundCard key={entry.round.id} entry={entry} />
          ))}
        </Section>
      )}
      {part('requirement').length > 0 && (
        <Section title={t('detail.requirements')}>
          {part('requirement').map((entry) => (
            <RoundCard key={entry.round.id} entry={entry} />
          ))}
        </Section>
      )}
      <Section title={t('detail.order')}>
        <DescriptionList items={orderFacts(detail, portal, { t, orderWords, format })} />
      </Section>
      <Section
        title={t(`detail.contact.${portal}`)}
        description={portal === 'ops' ? undefined : t('detail.contactHint')}
      >
        <DescriptionList items={contactFacts(detail, portal, t)} />
      </Section>
      <Section title={t('detail.record')}>
        <DescriptionList items={recordFacts(detail, { t, format })} />
      </Section>
    </DetailPage>
  );
}
