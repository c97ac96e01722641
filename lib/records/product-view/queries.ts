import { and, eq, gte, sql } from 'drizzle-orm';
import { productViews } from '@/db/schema';
import type { Member } from '@/lib/auth/actor';
import { withActor } from '@/lib/engine/with-actor';

export interface ViewMonth {
  /** `2026-11` */
  month: string;
  views: number;
  visitors: number;
}

/** Views and unique daily visitors of a merchant's products per month, since the day `from` (`2025-12-01`). */
export function viewsByMonth(actor: Member, from: string): Promise<ViewMonth[]> {
  return withActor(actor, async ({ tx }) => {
    const month = sql<string>`to_char(${productViews.day}, 'YYYY-MM')`;
    const rows = await tx
      .select({
        month,
        views: sql<string>`sum(${productViews.views})`,
        visitors: sql<string>`count(distinct (${productViews.day}, ${productViews.visitor}))`,
      })
      .from(productViews)
      .where(and(eq(productViews.merchantId, actor.merchantId), gte(productViews.day, from)))
      .groupBy(month)
      .orderBy(month);
    return rows.map((row) => ({
      month: row.month,
      views: Number(row.views),
      visitors: Number(row.visitors),
    }));
  });
}
