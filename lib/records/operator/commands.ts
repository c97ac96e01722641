import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { accounts, operators } from '@/db/schema';
import type { Actor, OperatorRole } from '@/lib/auth/actor';
import { type ChangeContext, change } from '@/lib/engine/change';
import { parseInput } from '@/lib/engine/parse';
import { DomainError, invalid, notFound, refused } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { revokeSessionsIn } from '@/lib/records/session/revoke';
import { addOperatorInput, rolesInput } from './schema';

type OperatorRow = typeof operators.$inferSelect;

interface Done<T> {
  row: Pick<OperatorRow, 'id' | 'accountId'>;
  before?: object;
  after?: object;
  value: T;
}

/** An audited change of the staff list; one at a time, so that two cannot remove the last two administrators. */
function changeStaff<T>(
  actor: Actor,
  action: string,
  run: (context: ChangeContext) => Promise<Done<T>>,
): Promise<T> {
  const spec = { noun: 'operator', action, permission: 'operator.manage' } as const;
  return change(actor, spec, async (context) => {
    await context.tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('staff', 0))`);
    const { row, ...rest } = await run(context);
    return {
      ...rest,
      subjectId: row.id,
      stream: `operator:${row.id}`,
      tenant: { accountId: row.accountId },
      notify: ['operator'],
    };
  });
}

async function lockOperator(tx: Tx, id: string, version?: number): Promise<OperatorRow> {
  const [row] = await tx.select().from(operators).where(eq(operators.id, id)).for('update');
  if (!row) throw notFound();
  if (version !== undefined && row.version !== version) throw new DomainError('stale');
  return row;
}

/** @throws DomainError refused `operator.error.lastAdmin` when nobody else administers */
async function keepAnAdmin(tx: Tx, row: OperatorRow): Promise<void> {
  if (!row.roles.includes('admin') || row.disabledAt) return;
  const admins = await tx
    .select({ id: operators.id })
    .from(operators)
    .innerJoin(accounts, eq(accounts.id, operators.accountId))
    .where(
      and(
        isNull(operators.disabledAt),
        isNull(accounts.disabledAt),
        sql`${operators.roles} ? 'admin'`,
      ),
    );
  if (admins.every(({ id }) => id === row.id)) throw refused('operator.error.lastAdmin');
}

/**
 * Makes an account with a confirmed e-mail a member of staff.
 * @throws DomainError forbidden, invalid (`email` unknown or staff already, `roles` empty)
 */
export async function addOperator(actor: Actor, input: unknown): Promise<{ id: string }> {
  const { email, roles } = parseInput(addOperatorInput, input);
  return changeStaff(actor, 'add', async ({ tx, now }) => {
    const [account] = await tx.select().from(accounts).where(eq(accounts.email, email));
    if (!account?.emailVerifiedAt || account.disabledAt) {
      throw invalid({ email: 'operator.error.noAccount' });
    }
    const id = newId('operator', now);
    const [row] = await tx
      .insert(operators)
      .values({ id, accountId: account.id, roles, createdAt: now })
      .onConflictDoNothing()
      .returning();
    if (!row) throw invalid({ email: 'operator.error.already' });
    return { row, after: { email, roles }, value: { id } };
  });
}

/**
 * Gives a member of staff other roles; holds from its next request on.
 * @throws DomainError forbidden, notFound, stale, refused (last administrator)
 */
export async function changeRoles(
  actor: Actor,
  id: string,
  input: unknown,
  { version }: { version?: number } = {},
): Promise<void> {
  const { roles } = parseInput(rolesInput, input);
  return changeStaff(actor, 'changeRoles', async ({ tx }) => {
    const row = await lockOperator(tx, id, version);
    if (!roles.includes('admin')) await keepAnAdmin(tx, row);
    await tx
      .update(operators)
      .set({ roles: roles as OperatorRole[], version: sql`${operators.version} + 1` })
      .where(eq(operators.id, id));
    return { row, before: { roles: row.roles }, after: { roles }, value: undefined };
  });
}

/**
 * Shuts a member of staff out and ends its sessions at once, or lets it in again.
 * @throws DomainError forbidden, notFound, refused (last administrator)
 */
export function setOperatorDisabled(actor: Actor, id: string, disabled: boolean): Promise<void> {
  return changeStaff(actor, disabled ? 'disable' : 'enable', async ({ tx, now }) => {
    const row = await lockOperator(tx, id);
    if (disabled) {
      await keepAnAdmin(tx, row);
      await revokeSessionsIn(tx, { accountId: row.accountId, now });
    }
    const disabledAt = disabled ? (row.disabledAt ?? now) : null;
    await tx
      .update(operators)
      .set({ disabledAt, version: sql`${operators.version} + 1` })
      .where(eq(operators.id, id));
    return {
      row,
      before: { disabledAt: row.disabledAt },
      after: { disabledAt },
      value: undefined,
    };
  });
}
