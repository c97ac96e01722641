import { and, desc, eq, gte, ilike, lt, ne, or, type SQL } from 'drizzle-orm';
import { z } from 'zod';
import { merchants, products, violations } from '@/db/schema';
import { VIOLATION_STATES } from '@/db/schema/violation';
import type { Actor } from '@/lib/auth/actor';
import { can } from '@/lib/auth/permissions';
import { withActor } from '@/lib/engine/with-actor';
import { getFiles } from '@/lib/files/queries';
import type { FileSummary } from '@/lib/files/summary';
import { cappedCount } from '@/lib/list/count';
import { contains, dayFilter, dayRange, textFilter } from '@/lib/list/filters';
import { PAGE_SIZE, type Page, pageOf } from '@/lib/list/keyset';
import { ownRows } from '@/lib/list/own-rows';
import { settingReader } from '@/lib/settings/read';
import type { ViolationRule } from '@/lib/settings/registry/standing';
import { addMonths } from '@/lib/time/add-months';
import { dayOf } from '@/lib/time/working-days';
import type { ViolationRow } from './machine';

export const violationFilters = z.object({
  q: textFilter,
  state: z.enum(VIOLATION_STATES).optional().catch(undefined),
  merchantId: textFilter,
  from: dayFilter,
  to: dayFilter,
});
export type ViolationFilters = z.infer<typeof violationFilters>;

function matching(actor: Actor, { q, state, merchantId, from, to }: ViolationFilters) {
  const range = dayRange({ from, to });
  const like = q && contains(q);
  return and(
    ownRows(actor, 'violation.read', { merchant: violations.merchantId }),
    state ? eq(violations.state, state) : undefined,
    merchantId ? eq(violations.merchantId, merchantId) : undefined,
    like
      ? or(
          ilike(violations.merchantName, like),
          ilike(violations.productName, like),
          ilike(violations.reason, like),
          eq(violations.id, q),
        )
      : undefined,
    range.from ? gte(violations.recordedAt, range.from) : undefined,
    range.to ? lt(violations.recordedAt, range.to) : undefined,
  );
}

/** Violations as the actor may see them, newest first. */
export function listViolations(
  actor: Actor,
  filters: ViolationFilters,
  after?: string,
  size = PAGE_SIZE,
): Promise<Page<ViolationRow>> {
  return withActor(actor, async ({ tx }) => {
    const rows = await tx
      .select()
      .from(violations)
      .where(and(matching(actor, filters), after ? lt(violations.id, after) : undefined))
      .orderBy(desc(violations.id))
      .limit(size + 1);
    return pageOf(rows, (row) => row.id, size);
  });
}

/** How many match, up to the cap. */
export function countViolations(actor: Actor, filters: ViolationFilters): Promise<number> {
  return withActor(actor, ({ tx }) => cappedCount(tx, violations, matching(actor, filters)));
}

export interface ViolationDetail {
  violation: ViolationRow;
  evidence: FileSummary[];
  answerFiles: FileSummary[];
  now: Date;
}

/** One violation with its files; nothing for strangers. */
export function getViolation(actor: Actor, id: string): Promise<ViolationDetail | undefined> {
  return withActor(actor, async ({ tx, now }) => {
    const [violation] = await tx
      .select()
      .from(violations)
      .where(and(matching(actor, {}), eq(violations.id, id)));
    if (!violation) return undefined;
    const { evidenceFileIds, answerFileIds } = violation;
    const files = await getFiles(tx, [...evidenceFileIds, ...answerFileIds]);
    const of = (ids: string[]) => ids.flatMap((one) => files.get(one) ?? []);
    return { violation, evidence: of(evidenceFileIds), answerFiles: of(answerFileIds), now };
  });
}

export interface RecordForm {
  merchant: { id: string; name: string } | undefined;
  /** Products of the merchant that are still sold. */
  products: { id: string; name: string }[];
  rules: ViolationRule[];
  /** The rule that the address names. */
  rule: ViolationRule | undefined;
  /** Last day of the list by the rule; empty where there is none. */
  until: string;
  /** This operator may put merchants on lists and expel them. */
  mayList: boolean;
}

/** What the form needs to record a breach of a merchant, started from a rule. */
export async function getRecordForm(
  actor: Actor,
  wanted: { merchantId?: string | undefined; behaviour?: string | undefined },
): Promise<RecordForm> {
  const mayList = can(actor, 'standing.decide');
  const nothing = { merchant: undefined, products: [], rules: [], rule: undefined, until: '' };
  if (actor.kind !== 'operator' || !can(actor, 'violation.record')) return { ...nothing, mayList };
  return withActor(actor, async ({ tx, now }) => {
    const setting = settingReader(tx, now);
    const rules = await setting('standing.rules');
    const rule = rules.find(({ code }) => code === wanted.behaviour);
    const zone = await setting('site.timeZone');
    const [merchant] = wanted.merchantId
      ? await tx
          .select({ id: merchants.id, name: merchants.name })
          .from(merchants)
          .where(or(eq(merchants.id, wanted.merchantId), eq(merchants.name, wanted.merchantId)))
          .orderBy(desc(merchants.id))
          .limit(1)
      : [];
    const sold: SQL | undefined = and(
      eq(products.merchantId, merchant?.id ?? ''),
      ne(products.state, 'delisted'),
    );
    return {
      merchant,
      products: await tx
        .select({ id: products.id, name: products.name })
        .from(products)
        .where(sold)
        .orderBy(desc(products.id))
        .limit(500),
      rules,
      rule,
      until: rule?.months ? dayOf(addMonths(now, rule.months, zone), zone) : '',
      mayList,
    };
  });
}
