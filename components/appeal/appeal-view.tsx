import type { ReactNode } from 'react';
import { BundleButton } from '@/components/evidence/bundle-button';
import { DetailPage } from '@/components/shell/detail-page';
import { contactFacts, orderFacts, recordFacts } from '@/components/supervision/record-facts';
import { Section } from '@/components/ui/card';
import { DescriptionList } from '@/components/ui/description-list';
import { EvidenceTimeline } from '@/components/workflow/evidence-timeline';
import { StateBadge } from '@/components/workflow/state-badge';
import { WhoIsNext } from '@/components/workflow/who-is-next';
import type { EvidenceRow } from '@/lib/audit/hash';
import type { Portal } from '@/lib/auth/viewer';
import { whoIsNext } from '@/lib/engine/who-is-next';
import { getFormat, getT } from '@/lib/i18n/server';
import { appeal } from '@/lib/workflows/appeal/machine';
import type { AppealDetail } from '@/lib/workflows/appeal/queries';
import type { SupervisionDetail } from '@/lib/workflows/supervision/queries';
import { Decision } from './decision';
import { EvidenceStream } from './evidence-stream';
import { Requests } from './requests';
import { Statement } from './statement';

const SIDE = { merchant: 'merchant', buyer: 'buyer', ops: 'operations' } as const;
/** A party sees its own network addresses, operations all of them. */
const ADDRESSES = { merchant: 'member', buyer: 'buyer', ops: 'all' } as const;

export interface AppealViewProps {
  detail: AppealDetail;
  log: EvidenceRow[];
  /** The disputed record, for who may read it. */
  supervision: SupervisionDetail | undefined;
  portal: Portal;
  /** Whether the reader may take the evidence out. */
  bundle: boolean;
  /** The reader's moves. */
  actions?: ReactNode;
  /** What the arbiter works with. */
  desk?: ReactNode;
}

/** An appeal as one of the three portals sees it. */
export async function AppealView(props: AppealViewProps) {
  const { detail, log, supervision, portal, bundle, actions, desk } = props;
  const [t, words, orderWords, format] = await Promise.all([
    getT('appeal'),
    getT('supervision'),
    getT('order.state'),
    getFormat(),
  ]);
  const { row, now } = detail;
  const ended = appeal.end.includes(row.state);
  const names = Object.fromEntries(
    log.flatMap(({ actor }) =>
      actor.kind === 'member' && actor.accountId ? [[actor.accountId, row.merchantName]] : [],
    ),
  );
  return (
    <DetailPage
      print
      breadcrumb={[{ label: t('title'), href: `/${portal}/appeals` }]}
      title={row.productName}
      badge={<StateBadge noun="appeal" state={row.state} />}
      description={t('detail.about', {
        order: row.orderNumber,
        side: t(`side.${row.openedBy}`),
      })}
      actions={
        <>
          {bundle && <BundleButton orderId={row.orderId} portal={portal} />}
          {actions}
        </>
      }
      next={
        ended ? undefined : (
          <WhoIsNext noun="appeal" next={whoIsNext(appeal, row, now)} now={now} me={SIDE[portal]} />
        )
      }
      side={
        portal === 'ops' ? undefined : (
          <Section title={t('detail.log')}>
            <EvidenceTimeline
              rows={log}
              names={{ ...names, [row.buyerId]: row.buyerName }}
              addresses={ADDRESSES[portal]}
            />
          </Section>
        )
      }
    >
      {desk}
      <Decision row={row} />
      <Statement detail={detail} />
      <Requests detail={detail} />
      {portal === 'ops' && (
        <Section title={t('detail.stream')} description={t('detail.streamHint')}>
          <EvidenceStream rows={log} buyer={row.buyerName} merchant={row.merchantName} />
        </Section>
      )}
      {supervision && (
        <>
          <Section title={t('detail.order')}>
            <DescriptionList
              items={orderFacts(supervision, portal, { t: words, orderWords, format })}
            />
          </Section>
          <Section title={t('detail.record')}>
            <DescriptionList items={recordFacts(supervision, { t: words, format })} />
          </Section>
          {portal === 'ops' && (
            <Section title={t('detail.contact')}>
              <DescriptionList items={contactFacts(supervision, portal, words)} />
            </Section>
          )}
        </>
      )}
    </DetailPage>
  );
}
