import { and, eq, inArray } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { deadlines } from '@/db/schema';
import type { Tenant } from '@/lib/audit/append';
import type { Machine, WorkflowRow } from '@/lib/engine/define';
import { newId } from '@/lib/ids';
import type { SettingReader } from '@/lib/settings/read';
import { dueAfter } from '@/lib/time/due';

export interface DeadlineSubject {
  noun: string;
  subjectId: string;
  tenant: Tenant;
}

export interface Arming {
  tx: Tx;
  machine: Machine;
  row: WorkflowRow;
  now: Date;
  setting: SettingReader;
  subject: DeadlineSubject;
}

/** Writes the deadlines of the state that was entered; answers the earliest that is no reminder before it, or null. */
export async function armDeadlines({
  tx,
  machine,
  row,
  now,
  setting,
  subject,
}: Arming): Promise<Date | null> {
  let earliest: Date | null = null;
  for (const spec of machine.deadlines?.[row.state] ?? []) {
    if (spec.when && !spec.when(row)) continue;
    const dueAt = spec.setting
      ? await dueAfter(tx, setting, spec.setting, now)
      : (spec.at?.(row) ?? null);
    if (!dueAt) continue;
    await insertDeadline(tx, subject, {
      event: spec.fire,
      rule: spec.setting ?? 'row',
      dueAt,
      at: now,
    });
    if (!spec.early && (!earliest || dueAt < earliest)) earliest = dueAt;
  }
  return earliest;
}

export async function insertDeadline(
  tx: Tx,
  subject: DeadlineSubject,
  deadline: { event: string; rule: string; dueAt: Date; at: Date },
): Promise<void> {
  await tx.insert(deadlines).values({
    id: newId('deadline', deadline.at),
    noun: subject.noun,
    subjectId: subject.subjectId,
    event: deadline.event,
    rule: deadline.rule,
    dueAt: deadline.dueAt,
    status: 'pending',
    merchantId: subject.tenant.merchantId ?? null,
    buyerId: subject.tenant.buyerId ?? null,
    accountId: subject.tenant.accountId ?? null,
  });
}

/** The state was left: what was due in it is not due any more. */
export async function clearDeadlines(
  tx: Tx,
  subject: { noun: string; subjectIds: readonly string[] },
): Promise<void> {
  await tx
    .update(deadlines)
    .set({ status: 'cancelled' })
    .where(
      and(
        eq(deadlines.noun, subject.noun),
        inArray(deadlines.subjectId, [...subject.subjectIds]),
        eq(deadlines.status, 'pending'),
      ),
    );
}
