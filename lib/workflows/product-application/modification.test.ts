import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { getDatabase } from '@/db/client';
import { simpleSpec } from '@/db/factories/proposal';
import { productProposals, skus } from '@/db/schema';
import type { Actor, Member } from '@/lib/auth/actor';
import { createMerchant, createOperator } from '@/lib/testing/actors';
import { delistProduct, delistSpec } from '@/lib/workflows/product/commands';
import {
  approveApplication,
  openModification,
  rejectApplication,
  saveApplication,
  submitApplication,
} from './commands';
import { confirm, listed, productOf, specsOf } from './testing';

let owner: Member;
let reviewer: Actor;

beforeAll(async () => {
  ({ owner } = await createMerchant());
  reviewer = await createOperator('reviewer');
});

const reasons = [{ rule: 'PN-07', field: 'name', text: '名称夸大' }];

describe('a modification', () => {
  it('leaves what is live untouched until it is approved', async () => {
    const productId = await listed(owner, reviewer);
    const before = await productOf(productId);
    const { id } = await openModification(owner, { productId });
    await saveApplication(owner, id, { proposal: { summary: '新的简介', publicSale: false } });
    await submitApplication(owner, id, confirm);
    expect((await productOf(productId))?.content.summary).toBe(before?.content.summary);
    await approveApplication(reviewer, id, {});
    expect(await productOf(productId)).toMatchObject({
      publicSale: false,
      content: { summary: '新的简介' },
    });
  });

  it('is one at a time, even when two people start it at once', async () => {
    const productId = await listed(owner, reviewer);
    const both = await Promise.allSettled([
      openModification(owner, { productId }),
      openModification(owner, { productId }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(both.find((one) => one.status === 'rejected')).toMatchObject({
      reason: { detail: { key: 'productApplication.error.openModify.alreadyOpen' } },
    });
  });

  it('adds a specification and changes a price, and keeps a SKU that is sold', async () => {
    const productId = await listed(owner, reviewer);
    const skusBefore = await getDatabase().select().from(skus).where(eq(skus.productId, productId));
    const { id } = await openModification(owner, { productId });
    const [proposal] = await getDatabase()
      .select()
      .from(productProposals)
      .where(eq(productProposals.applicationId, id));
    const live = proposal?.content.specs ?? [];
    const dearer = live.map((spec) => ({
      ...spec,
      skus: spec.skus.map((sku) => ({ ...sku, price: String(BigInt(sku.price) + 100n) })),
    }));
    await saveApplication(owner, id, {
      proposal: { specs: [...dearer, simpleSpec({ key: 'new-9', name: '现场迁移' })] },
    });
    await submitApplication(owner, id, confirm);
    await approveApplication(reviewer, id, {});
    const after = await getDatabase().select().from(skus).where(eq(skus.productId, productId));
    for (const sku of skusBefore) {
      expect(after.find((one) => one.id === sku.id)?.price).toBe(sku.price + 100n);
    }
    expect(after).toHaveLength(skusBefore.length + 1);
  });

  it('does not bring back a specification that was delisted while it was reviewed', async () => {
    const productId = await listed(owner, reviewer);
    const { id } = await openModification(owner, { productId });
    await submitApplication(owner, id, confirm);
    const [first] = await specsOf(productId);
    await delistSpec(owner, productId, { specId: first?.id, confirm: 'delist' });
    await approveApplication(reviewer, id, {});
    expect((await specsOf(productId))[0]?.state).toBe('delisted');
  });

  it('of a discontinued product is refused, and cannot be approved any more', async () => {
    const productId = await listed(owner, reviewer);
    const { id } = await openModification(owner, { productId });
    await submitApplication(owner, id, confirm);
    await delistProduct(owner, productId, { confirm: 'delist' });
    await expect(approveApplication(reviewer, id, {})).rejects.toMatchObject({
      detail: { key: 'productApplication.error.approve.productDelisted' },
    });
    await rejectApplication(reviewer, id, { reasons });
    await expect(openModification(owner, { productId })).rejects.toMatchObject({
      detail: { key: 'productApplication.error.openModify.productDelisted' },
    });
  });
});
