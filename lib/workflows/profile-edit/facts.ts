import { eq } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { accounts, merchants } from '@/db/schema';
import { entityKey } from '@/lib/workflows/onboarding/facts';

export interface Live {
  merchant: typeof merchants.$inferSelect;
  owner: typeof accounts.$inferSelect;
  /** Name that the owner's confirmed real name gives the merchant now; a rename starts there (onboarding.md 6). */
  name: string;
  entityChanged: boolean;
}

/** The merchant as it is live, with its owner's real name. The fence must be open: the owner is another account. */
export async function readLive(tx: Tx, merchantId: string): Promise<Live | undefined> {
  const [row] = await tx
    .select({ merchant: merchants, owner: accounts })
    .from(merchants)
    .innerJoin(accounts, eq(accounts.id, merchants.ownerAccountId))
    .where(eq(merchants.id, merchantId));
  if (!row) return undefined;
  const { merchant, owner } = row;
  const confirmed = owner.realNameAt !== null && owner.realName !== null;
  const same = entityKey(owner) === merchant.creditCode;
  return {
    merchant,
    owner,
    name: confirmed && same ? (owner.realName ?? merchant.name) : merchant.name,
    entityChanged: confirmed && !same,
  };
}
