import { and, eq, inArray, ne } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { accounts, identities } from '@/db/schema';
import { type Actor, accountOf } from '@/lib/auth/actor';
import { unseal } from '@/lib/auth/secret';
import type { IdentityFacts, IdentityRow } from './machine';
import type { IdentityForm } from './schema';

export const ID_NUMBER_SEAL = 'idNumber';

/** The identity number in the clear; only for comparing and for the reviewer's eyes. */
export const openIdNumber = (sealed: string | null) =>
  sealed === null ? null : unseal(ID_NUMBER_SEAL, sealed);

/** What is confirmed for an account now; at most one row. */
export async function liveIdentity(tx: Tx, accountId: string): Promise<IdentityRow | undefined> {
  const [row] = await tx
    .select()
    .from(identities)
    .where(and(eq(identities.accountId, accountId), eq(identities.state, 'confirmed')));
  return row;
}

export async function readFacts(
  tx: Tx,
  actor: Actor,
  row: IdentityRow | undefined,
  input: unknown,
): Promise<IdentityFacts> {
  const accountId = row?.accountId ?? accountOf(actor) ?? '';
  const live = await liveIdentity(tx, accountId);
  const [account] = await tx.select().from(accounts).where(eq(accounts.id, accountId));
  const open = await tx
    .select({ id: identities.id })
    .from(identities)
    .where(
      and(
        eq(identities.accountId, accountId),
        inArray(identities.state, ['pending', 'rejected']),
        row ? ne(identities.id, row.id) : undefined,
      ),
    );
  return {
    otherOpen: open.length > 0,
    live: account?.realNameKind
      ? {
          kind: account.realNameKind,
          creditCode: account.creditCode,
          idNumber: openIdNumber(live?.idNumber ?? null),
        }
      : null,
    asked: askedOf(input as Partial<IdentityForm>, row),
  };
}

/** The form at hand, or the row where the event brings none. */
function askedOf(
  form: Partial<IdentityForm>,
  row: IdentityRow | undefined,
): IdentityFacts['asked'] {
  if (form.kind === 'enterprise') {
    return { kind: form.kind, creditCode: form.creditCode ?? null, idNumber: null };
  }
  if (form.kind === 'personal') {
    return { kind: form.kind, creditCode: null, idNumber: form.idNumber ?? null };
  }
  return row
    ? { kind: row.kind, creditCode: row.creditCode, idNumber: openIdNumber(row.idNumber) }
    : null;
}
