import type { ReactNode } from 'react';
import { DetailPage } from '@/components/shell/detail-page';
import type { Crumb } from '@/components/shell/page-header';
import { Section } from '@/components/ui/card';
import { DescriptionList } from '@/components/ui/description-list';
import { type EvidenceEntry, EvidenceTimeline } from '@/components/workflow/evidence-timeline';
import { StateBadge } from '@/components/workflow/state-badge';
import { type Next, WhoIsNext } from '@/components/workflow/who-is-next';
import type { Format } from '@/lib/i18n/server';
import type { Translate } from '@/lib/i18n/translator';
import type { TopUpDetail } from '@/lib/workflows/top-up/queries';
import { SlipView } from './slip-view';

/** One top-up: what was asked for beside the slip, and what became of it. */
export function TopUpView({
  detail,
  portal,
  breadcrumb,
  evidence,
  next,
  t,
  format,
  actions,
  children,
}: {
  detail: TopUpDetail;
  portal: 'buyer' | 'ops';
  breadcrumb: Crumb[];
  evidence: EvidenceEntry[];
  next: Next;
  t: Translate;
  format: Format;
  actions?: ReactNode;
  children?: ReactNode;
}) {
  const { topUp, slip, now } = detail;
  const fact = (label: string, value: ReactNode) => (value ? [{ label: t(label), value }] : []);
  const facts = (
    <Section title={t('page.asked')}>
      <p className="num mb-4 text-[28px] font-semibold tracking-tight">
        {format.money(topUp.amount)}
      </p>
      <DescriptionList
        columns={slip ? 1 : 2}
        items={[
          { label: t('field.method'), value: t(`method.${topUp.method}`) },
          ...fact('field.buyer', portal === 'ops' && topUp.buyerName),
          ...fact('field.payerName', topUp.payerName),
          ...fact('field.note', topUp.note),
          { label: t('field.createdAt'), value: format.dateTime(topUp.createdAt) },
          ...fact('field.settledAt', topUp.settledAt && format.dateTime(topUp.settledAt)),
          ...fact('field.bankReference', topUp.bankReference),
          ...fact('field.provider', topUp.provider),
          ...fact('field.providerRef', topUp.providerRef),
          ...fact(
            'field.reason',
            topUp.state === 'failed' ? t(`failure.${topUp.reason}`) : topUp.reason,
          ),
          { label: t('field.id'), value: topUp.id },
        ]}
      />
    </Section>
  );
  return (
    <DetailPage
      title={`${t('noun')} ${format.money(topUp.amount)}`}
      breadcrumb={breadcrumb}
      badge={<StateBadge noun="topUp" state={topUp.state} />}
      actions={actions}
      next={
        <WhoIsNext
          noun="topUp"
          next={next}
          now={now}
          me={portal === 'ops' ? 'operations' : 'buyer'}
        />
      }
      side={
        <Section title={t('page.history')}>
          <EvidenceTimeline rows={evidence} />
        </Section>
      }
    >
      {children}
      {slip ? (
        <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]">
          {facts}
          <Section title={t('page.slip')}>
            <SlipView slip={slip} />
          </Section>
        </div>
      ) : (
        facts
      )}
    </DetailPage>
  );
}
