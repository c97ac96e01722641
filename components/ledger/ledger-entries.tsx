import { DataTable } from '@/components/ui/data-table';
import type { Format } from '@/lib/i18n/server';
import type { Translate } from '@/lib/i18n/translator';
import type { EntryView } from '@/lib/money/queries';

/** Accounts on one side of an entry, in words. */
export function sideOf(entry: EntryView, side: 'from' | 'to', all: Translate) {
  const postings = entry.postings.filter(({ amount }) =>
    side === 'from' ? amount < 0n : amount > 0n,
  );
  const [first] = postings;
  if (!first) return null;
  return {
    text: postings.map(({ kind }) => all(`ledger.kind.${kind}`)).join(' + '),
    ...(first.owner ? { sub: first.owner } : {}),
  };
}

/** A few entries of one object; each reader sees the postings of its own accounts. */
export function LedgerEntries({
  entries,
  all,
  format,
  linked,
  caption,
}: {
  entries: EntryView[];
  all: Translate;
  format: Format;
  /** Leads to the ledger's own pages. */
  linked: boolean;
  caption: string;
}) {
  return (
    <DataTable
      caption={caption}
      columns={[
        { key: 'memo', header: all('ledger.field.memo'), kind: linked ? 'link' : 'text' },
        { key: 'account', header: all('ledger.field.account') },
        { key: 'amount', header: all('ledger.field.amount'), kind: 'money' },
        { key: 'at', header: all('ledger.field.at'), kind: 'date' },
      ]}
      rows={entries.flatMap((entry) =>
        entry.postings.map((posting) => ({
          id: posting.id,
          ...(linked ? { href: `/ops/ledger/${entry.id}` } : {}),
          cells: {
            memo: all(`ledger.memo.${entry.memo}`),
            account: {
              text: all(`ledger.kind.${posting.kind}`),
              ...(posting.owner ? { sub: posting.owner } : {}),
            },
            amount: format.money(posting.amount),
            at: format.dateTime(entry.at),
          },
        })),
      )}
    />
  );
}
