import { asc, eq, inArray } from 'drizzle-orm';
import { merchantCards, products, skus, specs } from '@/db/schema';
import type { Actor } from '@/lib/auth/actor';
import { can } from '@/lib/auth/permissions';
import { withActor } from '@/lib/engine/with-actor';
import { settingReader } from '@/lib/settings/read';
import { proposalOf } from '@/lib/workflows/product/proposal';
import { readFormContext } from '@/lib/workflows/product-application/form-context';
import type { RuleContext } from '@/lib/workflows/product-application/rules/define';
import { runRules } from '@/lib/workflows/product-application/rules/run';
import { readRules } from './queries';

export interface TrialFailure {
  productId: string;
  productName: string;
  merchantName: string | null;
  /** Concrete field, e.g. `specs.0.name`. */
  field: string;
  found: string | undefined;
}

export interface Trial {
  /** Listings looked at. */
  checked: number;
  failures: TrialFailure[];
}

/** Checks that look beyond the listing itself. */
const NEEDS_CONTEXT = new Set(['sameName', 'support', 'ticks']);

/**
 * Runs one rule, switched on or not, over everything on sale: who would fail if it held for them (design 3.9).
 * Nothing for a rule that human eyes judge.
 */
export async function tryRule(actor: Actor, ruleId: string): Promise<Trial | undefined> {
  if (!can(actor, 'reviewRule.read')) return undefined;
  return withActor(actor, async ({ tx, now }) => {
    const rule = (await readRules(tx)).find(({ id }) => id === ruleId);
    if (!rule?.check) return undefined;
    const setting = settingReader(tx, now);
    const rows = await tx
      .select({ product: products, merchantName: merchantCards.name })
      .from(products)
      .leftJoin(merchantCards, eq(merchantCards.merchantId, products.merchantId))
      .where(inArray(products.state, ['onSale', 'frozen']))
      .orderBy(asc(products.id));
    const specRows = await tx.select().from(specs).where(eq(specs.state, 'onSale'));
    const skuRows = await tx.select().from(skus).where(eq(skus.state, 'onSale'));
    const specsOf = byProduct(specRows);
    const skusOf = byProduct(skuRows);
    const failures: TrialFailure[] = [];
    for (const { product, merchantName } of rows) {
      let context: RuleContext = { otherNames: [], fullSupportGroupIds: [], selfCheckIds: [] };
      if (NEEDS_CONTEXT.has(rule.check.kind)) {
        const { merchantId, id: productId, class: productClass, deliveryType } = product;
        const subject = { merchantId, applicationId: '', productId, deliveryType };
        context = (await readFormContext(tx, setting, { ...subject, class: productClass })).rule;
      }
      const proposal = proposalOf({
        product,
        specs: specsOf.get(product.id) ?? [],
        skus: skusOf.get(product.id) ?? [],
      });
      for (const result of runRules([{ ...rule, enabled: true }], proposal, context)) {
        if (result.status !== 'failed') continue;
        const { id: productId, name: productName } = product;
        failures.push({
          productId,
          productName,
          merchantName,
          field: result.field,
          found: result.found,
        });
      }
    }
    return { checked: rows.length, failures };
  });
}

function byProduct<Row extends { productId: string }>(rows: Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    groups.set(row.productId, [...(groups.get(row.productId) ?? []), row]);
  }
  return groups;
}
