import { Alert } from '@/components/ui/alert';
import { getT } from '@/lib/i18n/server';
import type { SupervisionDetail } from '@/lib/workflows/supervision/queries';

/** Why the last requirement or delivery came back, while it is to be handed in again. */
export async function ReturnedNotice({ detail }: { detail: SupervisionDetail }) {
  const { row, rounds } = detail;
  const latest = rounds[0]?.round;
  const waits = row.state === 'requirement' || row.state === 'delivery';
  if (!waits || !latest?.reason) return null;
  const t = await getT('supervision.detail.returned');
  return (
    <Alert tone="warning" title={t(latest.outcome ?? 'rejected')}>
      <p className="break-words whitespace-pre-line">{latest.reason}</p>
    </Alert>
  );
}
