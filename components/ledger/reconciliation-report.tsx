import { Alert } from '@/components/ui/alert';
import { Section } from '@/components/ui/card';
import { DataTable } from '@/components/ui/data-table';
import type { Format } from '@/lib/i18n/server';
import type { Translate } from '@/lib/i18n/translator';
import type { Reconciliation } from '@/lib/money/reconcile';

/** What was checked, what agrees, and every difference by name. */
export function ReconciliationReport({
  result,
  cap,
  t,
  ledger,
  format,
}: {
  result: Reconciliation;
  /** Differences that one check names. */
  cap: number;
  /** Words of the reconciliation. */
  t: Translate;
  /** Words of the ledger. */
  ledger: Translate;
  format: Format;
}) {
  const found = result.checks.reduce((sum, check) => sum + check.found, 0);
  const w = (key: string, values?: Parameters<Translate>[1]) => t(`page.${key}`, values);
  return (
    <>
      {found === 0 ? (
        <Alert tone="success" title={w('clean')}>
          {w('cleanBody', {
            entries: format.count(result.entries),
            postings: format.count(result.postings),
          })}
        </Alert>
      ) : (
        <Alert tone="danger" title={w('dirty', { count: found })}>
          {w('dirtyBody')}
        </Alert>
      )}
      {found > 0 && (
        <Section title={w('differences')} description={w('more', { cap })} flush>
          <DataTable
            caption={w('differences')}
            columns={[
              { key: 'check', header: w('check'), wrap: true },
              { key: 'subject', header: w('subject'), kind: 'link' },
              { key: 'expected', header: w('expected'), kind: 'money' },
              { key: 'actual', header: w('actual'), kind: 'money' },
              { key: 'gap', header: w('gap'), kind: 'money' },
            ]}
            rows={result.differences.map((difference) => ({
              id: `${difference.code}:${difference.subject}`,
              tone: 'danger' as const,
              ...(difference.href ? { href: difference.href } : {}),
              cells: {
                check: ledger(`difference.${difference.code}`),
                subject: difference.name
                  ? { text: difference.name, sub: difference.subject }
                  : difference.subject,
                expected: format.money(difference.expected),
                actual: format.money(difference.actual),
                gap: {
                  text: format.money(difference.actual - difference.expected),
                  tone: 'danger' as const,
                },
              },
            }))}
          />
        </Section>
      )}
      <Section title={w('totals')} description={w('totalsHelp')} flush>
        <DataTable
          caption={w('totals')}
          columns={[
            { key: 'kind', header: ledger('field.kind'), kind: 'link' },
            { key: 'accounts', header: ledger('field.accounts'), kind: 'number' },
            { key: 'total', header: ledger('field.total'), kind: 'money' },
          ]}
          rows={[
            ...result.kinds.map(({ kind, accounts, total }) => ({
              id: kind,
              href: `/ops/ledger/accounts?kind=${kind}`,
              cells: {
                kind: { text: ledger(`kind.${kind}`), sub: ledger(`kindHelp.${kind}`) },
                accounts: format.count(accounts),
                total: format.money(total),
              },
            })),
            {
              id: 'total',
              cells: {
                kind: ledger('page.sum'),
                accounts: '',
                total: format.money(result.total),
              },
            },
          ]}
        />
      </Section>
      <Section title={w('checks')} flush>
        <DataTable
          caption={w('checks')}
          columns={[
            { key: 'check', header: w('check'), wrap: true },
            { key: 'looked', header: w('looked'), kind: 'number' },
            { key: 'found', header: w('found'), kind: 'badge' },
          ]}
          rows={result.checks.map(({ code, looked, found: differences }) => ({
            id: code,
            cells: {
              check: ledger(`difference.${code}`),
              looked: format.count(looked),
              found:
                differences === 0
                  ? { text: w('ok'), tone: 'success' as const }
                  : { text: format.count(differences), tone: 'danger' as const },
            },
          }))}
        />
      </Section>
    </>
  );
}
