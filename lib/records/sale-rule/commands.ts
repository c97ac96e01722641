import { and, eq, isNull } from 'drizzle-orm';
import { accounts, allowedBuyers, purchaseLimits, saleRestrictions } from '@/db/schema';
import { type Actor, type Member, system } from '@/lib/auth/actor';
import { change } from '@/lib/engine/change';
import { parseInput } from '@/lib/engine/parse';
import { withActor } from '@/lib/engine/with-actor';
import { invalid, notFound, refused } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { ownProduct, ownSpec } from './on-sale';
import { saleRuleInputs } from './schema';

const PERMISSION = 'saleRule.change';
const spec = (action: string) => ({ noun: 'saleRule', action, permission: PERMISSION }) as const;
const at = (productId: string, merchantId: string) => ({
  stream: `product:${productId}`,
  tenant: { merchantId },
});

/** Sets how often or how much one buyer may buy of a specification; holds at once (products.md 5.2). */
export async function setPurchaseLimit(actor: Actor, raw: unknown): Promise<void> {
  const input = parseInput(saleRuleInputs.limit, raw);
  if (input.times === null && input.quantity === null && !input.untilExpiry) {
    throw invalid({ times: 'saleRule.error.limitEmpty' });
  }
  return change(actor, spec('limit'), async ({ tx, now }) => {
    const { product } = await ownSpec(tx, actor, PERMISSION, input.specId);
    const [before] = await tx
      .select()
      .from(purchaseLimits)
      .where(eq(purchaseLimits.specId, input.specId))
      .for('update');
    const values = {
      times: input.times,
      quantity: input.quantity,
      untilExpiry: input.untilExpiry,
      version: (before?.version ?? 0) + 1,
      updatedAt: now,
    };
    const [after] = await tx
      .insert(purchaseLimits)
      .values({
        ...values,
        id: newId('saleRule', now),
        specId: input.specId,
        productId: product.id,
        merchantId: product.merchantId,
        createdAt: now,
      })
      .onConflictDoUpdate({ target: purchaseLimits.specId, set: values })
      .returning();
    return {
      subjectId: after?.id ?? '',
      ...at(product.id, product.merchantId),
      ...(before ? { before } : {}),
      ...(after ? { after } : {}),
      value: undefined,
    };
  });
}

export async function removePurchaseLimit(actor: Actor, raw: unknown): Promise<void> {
  const input = parseInput(saleRuleInputs.unlimit, raw);
  return change(actor, spec('unlimit'), async ({ tx }) => {
    const { product } = await ownSpec(tx, actor, PERMISSION, input.specId);
    const [before] = await tx
      .delete(purchaseLimits)
      .where(eq(purchaseLimits.specId, input.specId))
      .returning();
    if (!before) throw notFound();
    return {
      subjectId: before.id,
      ...at(product.id, product.merchantId),
      before,
      value: undefined,
    };
  });
}

/** Blocks everybody from buying a product or specification, until buyers are allowed one by one. */
export async function restrictSale(actor: Actor, raw: unknown): Promise<{ id: string }> {
  const input = parseInput(saleRuleInputs.restrict, raw);
  return change(actor, spec('restrict'), async ({ tx, now }) => {
    const product = await ownProduct(tx, actor, PERMISSION, input.productId);
    if (input.specId) {
      const { spec: row } = await ownSpec(tx, actor, PERMISSION, input.specId);
      if (row.productId !== product.id) throw notFound();
    }
    const specId = input.specId || null;
    const [known] = await tx
      .select()
      .from(saleRestrictions)
      .where(
        and(
          eq(saleRestrictions.productId, product.id),
          specId ? eq(saleRestrictions.specId, specId) : isNull(saleRestrictions.specId),
        ),
      );
    if (known) throw refused('saleRule.error.alreadyRestricted');
    const id = newId('saleRestriction', now);
    const row = {
      id,
      productId: product.id,
      specId,
      merchantId: product.merchantId,
      createdAt: now,
    };
    await tx.insert(saleRestrictions).values(row);
    return {
      subjectId: id,
      ...at(product.id, product.merchantId),
      after: row,
      value: { id },
    };
  });
}

/** Opens a product or specification to everybody again; its list is gone. */
export async function liftRestriction(actor: Actor, raw: unknown): Promise<void> {
  const input = parseInput(saleRuleInputs.lift, raw);
  return change(actor, spec('lift'), async ({ tx }) => {
    const [before] = await tx
      .select()
      .from(saleRestrictions)
      .where(eq(saleRestrictions.id, input.id));
    if (!before) throw notFound();
    await ownProduct(tx, actor, PERMISSION, before.productId);
    await tx.delete(saleRestrictions).where(eq(saleRestrictions.id, before.id));
    return {
      subjectId: before.id,
      ...at(before.productId, before.merchantId),
      before,
      value: undefined,
    };
  });
}

/** Whether an account of this id bears this name; which of the two was wrong is not told. */
const accountMatches = (accountId: string, name: string): Promise<boolean> =>
  withActor(system('allow-list'), async ({ tx }) => {
    const [account] = await tx
      .select({ id: accounts.id })
      .from(accounts)
      .where(and(eq(accounts.id, accountId), eq(accounts.name, name), isNull(accounts.disabledAt)));
    return account !== undefined;
  });

/** Puts a buyer on an allow-list; account name and id must both match (products.md 5.2). */
export async function allowBuyer(actor: Actor, raw: unknown): Promise<void> {
  const input = parseInput(saleRuleInputs.allow, raw);
  return change(actor, spec('allow'), async ({ tx, now }) => {
    const [list] = await tx
      .select()
      .from(saleRestrictions)
      .where(eq(saleRestrictions.id, input.restrictionId));
    if (!list || list.merchantId !== (actor as Member).merchantId) throw notFound();
    await ownProduct(tx, actor, PERMISSION, list.productId);
    if (!(await accountMatches(input.accountId, input.accountName))) {
      throw invalid({ accountId: 'saleRule.error.accountMismatch' });
    }
    const [row] = await tx
      .insert(allowedBuyers)
      .values({
        id: newId('allowedBuyer', now),
        restrictionId: list.id,
        merchantId: list.merchantId,
        accountId: input.accountId,
        accountName: input.accountName,
        createdAt: now,
      })
      .onConflictDoNothing()
      .returning();
    if (!row) throw invalid({ accountId: 'saleRule.error.alreadyAllowed' });
    return {
      subjectId: row.id,
      ...at(list.productId, list.merchantId),
      after: row,
      value: undefined,
    };
  });
}

export async function disallowBuyer(actor: Actor, raw: unknown): Promise<void> {
  const input = parseInput(saleRuleInputs.disallow, raw);
  return change(actor, spec('disallow'), async ({ tx }) => {
    const [found] = await tx
      .select({ buyer: allowedBuyers, list: saleRestrictions })
      .from(allowedBuyers)
      .innerJoin(saleRestrictions, eq(saleRestrictions.id, allowedBuyers.restrictionId))
      .where(eq(allowedBuyers.id, input.id));
    if (!found) throw notFound();
    await ownProduct(tx, actor, PERMISSION, found.list.productId);
    await tx.delete(allowedBuyers).where(eq(allowedBuyers.id, found.buyer.id));
    return {
      subjectId: found.buyer.id,
      ...at(found.list.productId, found.list.merchantId),
      before: found.buyer,
      value: undefined,
    };
  });
}
