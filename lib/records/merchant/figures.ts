import { and, eq, gte, isNotNull, sql } from 'drizzle-orm';
import { orders } from '@/db/schema';
import type { Member } from '@/lib/auth/actor';
import { can } from '@/lib/auth/permissions';
import { withActor } from '@/lib/engine/with-actor';
import type { Fen } from '@/lib/money/ledger';
import { viewsByMonth } from '@/lib/records/product-view/queries';
import { settingReader } from '@/lib/settings/read';
import { dayOf } from '@/lib/time/working-days';
import { momentOf } from '@/lib/time/zoned';

export interface MonthFigures {
  /** `2026-11` */
  month: string;
  amount: Fen;
  paidOrders: number;
  views: number;
  visitors: number;
}

/** The twelve months that end with the one of `day` (`2026-11-21`), oldest first. */
export function lastTwelveMonths(day: string): string[] {
  const [year = 0, month = 1] = day.split('-').map(Number);
  return Array.from({ length: 12 }, (_, i) => {
    const index = year * 12 + (month - 1) - 11 + i;
    return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
  });
}

/**
 * Transaction amount, paid orders, product views and unique visitors of the last twelve months (onboarding.md 7.1).
 * Amounts and orders count by the day of payment and only for who may read orders.
 */
export async function figuresByMonth(actor: Member): Promise<MonthFigures[]> {
  const { sales, months } = await withActor(actor, async ({ tx, now }) => {
    const zone = await settingReader(tx, now)('site.timeZone');
    const shown = lastTwelveMonths(dayOf(now, zone));
    if (!can(actor, 'order.read')) return { months: shown, sales: [] };
    const from = momentOf(`${shown[0]}-01`, zone) ?? now;
    const month = sql<string>`to_char(${orders.paidAt} at time zone ${sql.raw(quoted(zone))}, 'YYYY-MM')`;
    const rows = await tx
      .select({
        month,
        amount: sql<string>`sum(${orders.amount})::text`,
        paidOrders: sql<number>`count(*)::int`,
      })
      .from(orders)
      .where(
        and(
          eq(orders.merchantId, actor.merchantId),
          isNotNull(orders.paidAt),
          gte(orders.paidAt, from),
        ),
      )
      .groupBy(month);
    return { months: shown, sales: rows };
  });
  const views = await viewsByMonth(actor, `${months[0]}-01`);
  return months.map((month) => {
    const sold = sales.find((row) => row.month === month);
    const seen = views.find((row) => row.month === month);
    return {
      month,
      amount: BigInt(sold?.amount ?? 0),
      paidOrders: sold?.paidOrders ?? 0,
      views: seen?.views ?? 0,
      visitors: seen?.visitors ?? 0,
    };
  });
}

/** A zone's name as a literal: a parameter would make each use of the expression a different one to the database. */
const quoted = (zone: string) => `'${zone.replaceAll("'", "''")}'`;
