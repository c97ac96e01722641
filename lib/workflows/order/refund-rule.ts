import type {
  ComesBack,
  REFUND_CHARGINGS,
  REFUND_OCCASIONS,
  RefundCondition,
  RefundRuleRow,
} from '@/lib/settings/registry/refund';

/** What a refund is asked about. */
export interface RefundCase {
  occasion: (typeof REFUND_OCCASIONS)[number];
  deliveryType: string;
  charging: (typeof REFUND_CHARGINGS)[number];
  supervised: boolean;
  /** What is known to hold; what is not named does not. */
  facts: Partial<Record<RefundCondition, boolean>>;
}

export interface RefundAnswer {
  /** Row that applies; nothing when the table has none for such a purchase. */
  id: string | null;
  route: RefundRuleRow['route'];
  conditions: readonly RefundCondition[];
  /** Conditions that do not hold now; empty when the route is open. */
  unmet: RefundCondition[];
  /** What comes back by that route; nothing where nothing does. */
  comesBack: ComesBack | null;
}

/** How a line of an order is charged, in the words of the refund table. */
export const chargingOf = (billing: 'oneTime' | 'month' | 'year'): RefundCase['charging'] =>
  billing === 'oneTime' ? 'oneTime' : 'period';

/**
 * How a purchase can be refunded, by the tables of orders-and-refunds.md 7.2 and 7.3: the first row that matches and
 * whose conditions hold; while none holds, the first that matches, with what stands in its way.
 */
export function refundRule(
  tables: { rules: readonly RefundRuleRow[]; returns: readonly ComesBack[] },
  about: RefundCase,
): RefundAnswer {
  const matching = tables.rules.filter((row) => matches(row, about));
  const unmetOf = (row: RefundRuleRow) => row.conditions.filter((name) => !about.facts[name]);
  const row = matching.find((one) => unmetOf(one).length === 0) ?? matching[0];
  if (!row) return { id: null, route: 'none', conditions: [], unmet: [], comesBack: null };
  return {
    id: row.id,
    route: row.route,
    conditions: row.conditions,
    unmet: unmetOf(row),
    comesBack: tables.returns.find((back) => back.case === row.comesBack) ?? null,
  };
}

const holds = <T>(list: readonly T[] | undefined, value: T) => !list || list.includes(value);

const matches = (row: RefundRuleRow, about: RefundCase): boolean =>
  row.occasion === about.occasion &&
  holds(row.deliveryTypes, about.deliveryType) &&
  holds(row.chargings, about.charging) &&
  (row.supervised === undefined || row.supervised === about.supervised);
