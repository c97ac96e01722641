import { notFound } from 'next/navigation';
import { SubjectReview } from '@/app/ops/queue/subject-review';
import { topUpDetailView } from '@/app/top-up/views';
import { LedgerEntries } from '@/components/ledger/ledger-entries';
import { ConfirmFields, RefuseFields } from '@/components/top-up/decision-fields';
import { TopUpView } from '@/components/top-up/top-up-view';
import { Section } from '@/components/ui/card';
import { can } from '@/lib/auth/permissions';
import { requireOperator } from '@/lib/auth/session';
import { getT } from '@/lib/i18n/server';
import { listEntriesOf } from '@/lib/money/queries';

export default async function OpsTopUpPage({ params }: { params: Promise<{ topUpId: string }> }) {
  const actor = await requireOperator('topUp.read');
  const view = await topUpDetailView(actor, 'ops', (await params).topUpId);
  if (!view) notFound();
  const { t, format } = view;
  const { topUp } = view.detail;
  const [all, entries] = await Promise.all([getT(), listEntriesOf(actor, 'topUp', topUp.id)]);
  const money = [
    { label: t('field.buyer'), value: topUp.buyerName },
    { label: t('field.amount'), value: format.money(topUp.amount) },
  ];
  return (
    <>
      <TopUpView {...view} breadcrumb={[{ label: t('list.opsTitle'), href: '/ops/top-ups' }]}>
        {entries.length > 0 && can(actor, 'ledger.read') && (
          <Section title={t('page.entry')} flush>
            <LedgerEntries
              entries={entries}
              linked
              caption={t('page.entry')}
              {...{ all, format }}
            />
          </Section>
        )}
      </TopUpView>
      <SubjectReview
        actor={actor}
        noun="topUp"
        subjectId={topUp.id}
        version={topUp.version}
        approve={{
          intro: t('page.confirmBody'),
          consequences: money,
          fields: <ConfirmFields t={t} />,
        }}
        reject={{
          intro: t('page.refuseBody'),
          consequences: money,
          fields: <RefuseFields t={t} />,
        }}
      />
    </>
  );
}
