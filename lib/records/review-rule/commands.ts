import { sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { reviewRules } from '@/db/schema';
import type { Actor } from '@/lib/auth/actor';
import { change } from '@/lib/engine/change';
import { parseInput } from '@/lib/engine/parse';
import { DomainError, invalid, notFound } from '@/lib/errors';
import type { CheckSpec } from '@/lib/workflows/product-application/rules/define';
import { readRules, type StoredRule } from './queries';
import { type RuleParams, reviewRuleInputs } from './schema';

const spec = (action: string) =>
  ({ noun: 'reviewRule', action, permission: 'reviewRule.change' }) as const;
const at = { stream: 'reviewRule:all', tenant: {} };

/** The rule as the editor saw it; edits wait for each other. @throws DomainError notFound, stale */
async function find(tx: Tx, id: string, version: number): Promise<StoredRule> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('reviewRule', 0))`);
  const rule = (await readRules(tx)).find((one) => one.id === id);
  if (!rule) throw notFound();
  if (rule.version !== version) throw new DomainError('stale');
  return rule;
}

async function write(tx: Tx, rule: Omit<StoredRule, 'own'>, now: Date): Promise<StoredRule> {
  const { id, ...row } = rule;
  const values = {
    field: row.field,
    textZh: row.textZh,
    textEn: row.textEn,
    check: row.check,
    severity: row.severity,
    enabled: row.enabled,
    version: row.version + 1,
    updatedAt: now,
  };
  await tx
    .insert(reviewRules)
    .values({ ...values, id, createdAt: now })
    .onConflictDoUpdate({ target: reviewRules.id, set: values });
  return { ...rule, version: values.version } as StoredRule;
}

/** What people may change of a check; the others are part of the house. @throws DomainError invalid */
function checkWith(check: CheckSpec | null, params: RuleParams): CheckSpec | null {
  switch (check?.kind) {
    case 'words':
      if (params.words.length === 0) throw invalid({ words: 'reviewRule.error.noWords' });
      return { kind: 'words', params: { words: params.words } };
    case 'length': {
      const { min, max } = params;
      if (min === undefined && max === undefined) {
        throw invalid({ max: 'reviewRule.error.noBound' });
      }
      if (min !== undefined && max !== undefined && min > max) {
        throw invalid({ max: 'reviewRule.error.boundsCrossed' });
      }
      return {
        kind: 'length',
        params: { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) },
      };
    }
    case 'richText': {
      const { minText, maxImages } = params;
      if (minText === undefined) throw invalid({ minText: 'form.error.required' });
      if (maxImages === undefined) throw invalid({ maxImages: 'form.error.required' });
      return { kind: 'richText', params: { minText, maxImages } };
    }
    default:
      return check;
  }
}

/** Adds a rule of the operators' own, switched off: it is tried on what is listed before it holds. */
export async function addRule(actor: Actor, raw: unknown): Promise<{ id: string }> {
  const input = parseInput(reviewRuleInputs.add, raw);
  const kind = input.check;
  const check = kind === 'eyes' ? null : checkWith({ kind, params: {} }, input);
  return change(actor, spec('add'), async ({ tx, now }) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('reviewRule', 0))`);
    const taken = (await readRules(tx)).map(({ id }) => /^OP-(\d+)$/.exec(id)?.[1] ?? '0');
    const id = `OP-${String(Math.max(...taken.map(Number)) + 1).padStart(2, '0')}`;
    const { field, textZh, textEn } = input;
    const severity = check ? input.severity : 'warn';
    const rule = { id, field, textZh, textEn, check, severity, enabled: false, version: 0 };
    const after = await write(tx, rule, now);
    return { ...at, subjectId: id, after, value: { id } };
  });
}

/** Changes words, severity and the parameters of the check. Applications under review are judged anew. */
export async function editRule(actor: Actor, raw: unknown): Promise<void> {
  const input = parseInput(reviewRuleInputs.edit, raw);
  return change(actor, spec('edit'), async ({ tx, now }) => {
    const before = await find(tx, input.id, input.version);
    const { textZh, textEn } = input;
    const check = checkWith(before.check, input);
    const severity = check ? input.severity : 'warn';
    const after = await write(tx, { ...before, textZh, textEn, severity, check }, now);
    return { ...at, subjectId: before.id, before, after, value: undefined };
  });
}

/** Switches a rule on or off; holds for the next check. */
export async function switchRule(actor: Actor, raw: unknown): Promise<void> {
  const input = parseInput(reviewRuleInputs.switch, raw);
  const enabled = input.enabled === 'yes';
  return change(actor, spec(enabled ? 'enable' : 'disable'), async ({ tx, now }) => {
    const before = await find(tx, input.id, input.version);
    const after = await write(tx, { ...before, enabled }, now);
    return { ...at, subjectId: before.id, before, after, value: undefined };
  });
}
