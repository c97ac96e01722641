import { ReconciliationView } from '@/components/ledger/reconciliation-view';
import { requireOperator } from '@/lib/auth/session';
import { getFormat, getT } from '@/lib/i18n/server';
import { DIFFERENCE_CAP, reconcile } from '@/lib/money/reconcile';

export default async function ReconciliationPage() {
  const actor = await requireOperator('ledger.read');
  const [t, format, result] = await Promise.all([getT('ledger'), getFormat(), reconcile(actor)]);
  return <ReconciliationView result={result} cap={DIFFERENCE_CAP} t={t} format={format} />;
}
