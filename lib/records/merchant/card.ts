import { eq } from 'drizzle-orm';
import { merchantCards } from '@/db/schema';
import type { Actor } from '@/lib/auth/actor';
import { withActor } from '@/lib/engine/with-actor';

export type MerchantCardRow = typeof merchantCards.$inferSelect;

/** What everybody may see of a merchant. */
export async function getMerchantCard(
  actor: Actor,
  merchantId: string,
): Promise<MerchantCardRow | undefined> {
  const [card] = await withActor(actor, ({ tx }) =>
    tx.select().from(merchantCards).where(eq(merchantCards.merchantId, merchantId)),
  );
  return card;
}
