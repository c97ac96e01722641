import { ReconciliationReport } from '@/components/ledger/reconciliation-report';
import { ReconciliationView } from '@/components/ledger/reconciliation-view';
import { requireOperator } from '@/lib/auth/session';
import { getFormat, getT } from '@/lib/i18n/server';
import { DIFFERENCE_CAP } from '@/lib/money/reconcile';
import {
  getReconciliationResult,
  listReconciliations,
  RUNS_KEPT,
} from '@/lib/records/reconciliation/queries';
import { checkNow } from './actions';

export default async function ReconciliationPage() {
  const actor = await requireOperator('ledger.read');
  const [t, ledger, format, runs] = await Promise.all([
    getT('reconciliation'),
    getT('ledger'),
    getFormat(),
    listReconciliations(actor),
  ]);
  const newest = runs.find(({ endedAt }) => endedAt);
  const result = newest && (await getReconciliationResult(actor, newest.id));
  return (
    <ReconciliationView runs={runs} kept={RUNS_KEPT} checkNow={checkNow} t={t} format={format}>
      {result && (
        <ReconciliationReport
          result={result}
          cap={DIFFERENCE_CAP}
          t={t}
          ledger={ledger}
          format={format}
        />
      )}
    </ReconciliationView>
  );
}
