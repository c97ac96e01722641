import { DetailPage } from '@/components/shell/detail-page';
import { Section } from '@/components/ui/card';
import { DataTable } from '@/components/ui/data-table';
import { DescriptionList } from '@/components/ui/description-list';
import { SmartLink } from '@/components/ui/smart-link';
import type { Format } from '@/lib/i18n/server';
import type { Translate } from '@/lib/i18n/translator';
import type { EntryView } from '@/lib/money/queries';
import { subjectCell } from './ledger-list';

/** One entry: what happened, and its postings down to their sum. */
export function LedgerEntryView({
  entry,
  t,
  format,
}: {
  entry: EntryView;
  t: Translate;
  format: Format;
}) {
  const subject = subjectCell(entry, t);
  const sum = entry.postings.reduce((total, { amount }) => total + amount, 0n);
  return (
    <DetailPage
      title={`${t(`memo.${entry.memo}`)} ${format.money(entry.moved)}`}
      breadcrumb={[{ label: t('list.title'), href: '/ops/ledger' }]}
    >
      <Section title={t('page.details')}>
        <DescriptionList
          items={[
            { label: t('field.memo'), value: t(`memo.${entry.memo}`) },
            { label: t('field.at'), value: format.dateTime(entry.at) },
            {
              label: t('field.subject'),
              value:
                typeof subject === 'string' ? (
                  subject
                ) : (
                  <SmartLink href={subject.href} className="link">
                    {subject.text}
                  </SmartLink>
                ),
            },
            { label: t('field.key'), value: entry.key },
            { label: t('field.id'), value: entry.id },
          ]}
        />
      </Section>
      <Section title={t('page.postings')} description={t('page.sumHelp')} flush>
        <DataTable
          caption={t('page.postings')}
          columns={[
            { key: 'account', header: t('field.account'), kind: 'link' },
            { key: 'owner', header: t('field.owner') },
            { key: 'amount', header: t('field.amount'), kind: 'money' },
          ]}
          rows={[
            ...entry.postings.map((posting) => ({
              id: posting.id,
              href: `/ops/ledger?account=${encodeURIComponent(posting.accountId)}`,
              cells: {
                account: { text: t(`kind.${posting.kind}`), sub: posting.accountId },
                owner: posting.owner ?? t('field.platform'),
                amount: format.money(posting.amount),
              },
            })),
            {
              id: 'sum',
              cells: { account: t('page.sum'), owner: '', amount: format.money(sum) },
            },
          ]}
        />
      </Section>
    </DetailPage>
  );
}
