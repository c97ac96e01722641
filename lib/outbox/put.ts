import { sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { outbox } from '@/db/schema';
import type { Tenant } from '@/lib/audit/append';
import { jsonSafe } from '@/lib/audit/canonical';
import { newId } from '@/lib/ids';
import { addJobs } from '@/lib/worker/add-job';

export interface Notice {
  noun: string;
  subjectId: string;
  event: string;
  audience: string;
  evidenceId: string;
  params: Record<string, unknown>;
  at: Date;
  tenant: Tenant;
}

/** Owes a notice to an audience; the worker turns it into messages after the commit. */
export async function putOutbox(tx: Tx, notice: Notice): Promise<void> {
  await putOutboxMany(tx, [notice]);
}

/** The same for several notices of one noun. */
export async function putOutboxMany(tx: Tx, notices: readonly Notice[]): Promise<void> {
  const [first] = notices;
  if (!first) return;
  const rows = notices.map((notice) => ({
    id: newId('outbox', notice.at),
    noun: notice.noun,
    subjectId: notice.subjectId,
    event: notice.event,
    audience: notice.audience,
    evidenceId: notice.evidenceId,
    params: jsonSafe(notice.params) as Record<string, unknown>,
    createdAt: notice.at,
    merchantId: notice.tenant.merchantId ?? null,
    buyerId: notice.tenant.buyerId ?? null,
    accountId: notice.tenant.accountId ?? null,
  }));
  await tx.insert(outbox).values(rows);
  await addJobs(
    tx,
    'notify',
    rows.map(({ id }) => ({ outboxId: id })),
  );
  await tx.execute(sql`select pg_notify('guildhall_notice', ${first.noun})`);
}
