import { z } from 'zod';
import type { Tx } from '@/db/client';
import { reviewRules } from '@/db/schema';
import type { Actor } from '@/lib/auth/actor';
import { withActor } from '@/lib/engine/with-actor';
import { translator } from '@/lib/i18n/translator';
import { textFilter } from '@/lib/list/filters';
import { DEFAULT_RULES } from '@/lib/workflows/product-application/rules/defaults';
import type { CheckSpec, ReviewRule } from '@/lib/workflows/product-application/rules/define';

export interface StoredRule extends ReviewRule {
  /** 0 while operators have not touched it. */
  version: number;
  /** Added by operators; the others come with the house. */
  own: boolean;
}

type Row = typeof reviewRules.$inferSelect;

const ruleOf = (row: Row): Omit<StoredRule, 'own'> => ({
  id: row.id,
  field: row.field,
  textZh: row.textZh,
  textEn: row.textEn,
  check: row.check as CheckSpec | null,
  severity: row.severity,
  enabled: row.enabled,
  version: row.version,
});

/** Every review rule: the house's own, as operators changed them, then those they added. */
export async function readRules(tx: Tx): Promise<StoredRule[]> {
  const rows = new Map((await tx.select().from(reviewRules)).map((row) => [row.id, row]));
  const zh = translator('zh-CN', 'reviewRule.rule');
  const en = translator('en', 'reviewRule.rule');
  const defaults = DEFAULT_RULES.map((line): StoredRule => {
    const row = rows.get(line.id);
    rows.delete(line.id);
    const base = { ...line, textZh: zh(line.id), textEn: en(line.id), enabled: true, version: 0 };
    return { ...base, ...(row ? ruleOf(row) : {}), own: false };
  });
  const added = [...rows.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  return [...defaults, ...added.map((row) => ({ ...ruleOf(row), own: true }))];
}

/** Filters of the list and of its export; wrong values count as none. */
export const ruleFilters = z.object({
  q: textFilter,
  by: z.enum(['machine', 'eyes']).optional().catch(undefined),
  state: z.enum(['on', 'off']).optional().catch(undefined),
});
export type RuleFilters = Partial<z.infer<typeof ruleFilters>>;

/** The rules for the page that edits them. */
export async function listRules(actor: Actor, filter: RuleFilters = {}): Promise<StoredRule[]> {
  const rules = await withActor(actor, ({ tx }) => readRules(tx));
  const q = filter.q?.toLowerCase();
  return rules.filter(
    (rule) =>
      (!q || `${rule.id} ${rule.textZh} ${rule.textEn}`.toLowerCase().includes(q)) &&
      (!filter.by || (filter.by === 'eyes') === (rule.check === null)) &&
      (!filter.state || (filter.state === 'on') === rule.enabled),
  );
}
