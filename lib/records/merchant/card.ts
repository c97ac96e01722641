import { and, eq, isNull } from 'drizzle-orm';
import { merchantCards } from '@/db/schema';
import type { Actor } from '@/lib/auth/actor';
import { withActor } from '@/lib/engine/with-actor';

export type MerchantCardRow = typeof merchantCards.$inferSelect;

/** What everybody may see of a merchant; nothing once its shop is closed. */
export async function getMerchantCard(
  actor: Actor,
  merchantId: string,
): Promise<MerchantCardRow | undefined> {
  const [card] = await withActor(actor, ({ tx }) =>
    tx
      .select()
      .from(merchantCards)
      .where(and(eq(merchantCards.merchantId, merchantId), isNull(merchantCards.closedAt))),
  );
  return card;
}
