import { createHash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { productViews } from '@/db/schema';
import { type Actor, accountOf, system } from '@/lib/auth/actor';
import { withActor } from '@/lib/engine/with-actor';
import { env } from '@/lib/env';
import { settingReader } from '@/lib/settings/read';
import { dayOf } from '@/lib/time/working-days';

/**
 * Counts one view of a product page. The visitor is kept as a hash that is different every day, so that nobody can
 * be followed. A figure, not a business record: it leaves no evidence.
 */
export function countView(
  actor: Actor,
  product: { id: string; merchantId: string },
): Promise<void> {
  return withActor(system('product view'), async ({ tx, now }) => {
    const day = dayOf(now, await settingReader(tx, now)('site.timeZone'));
    const who = accountOf(actor) ?? `${actor.origin?.ip} ${actor.origin?.userAgent}`;
    const visitor = createHash('sha256')
      .update(`${env().AUTH_SECRET} ${day} ${who}`)
      .digest('base64url')
      .slice(0, 22);
    await tx
      .insert(productViews)
      .values({ productId: product.id, merchantId: product.merchantId, day, visitor, views: 1 })
      .onConflictDoUpdate({
        target: [productViews.productId, productViews.day, productViews.visitor],
        set: { views: sql`${productViews.views} + 1` },
      });
  });
}
