import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { getDatabase } from '@/db/client';
import { makeFileRow } from '@/db/factories/file';
import { fileGrants, products, skus } from '@/db/schema';
import type { Actor, Member } from '@/lib/auth/actor';
import { createBuyer, createMerchant, createOperator, limitedMember } from '@/lib/testing/actors';
import {
  approveApplication,
  deleteApplication,
  openApplication,
  openModification,
  rejectApplication,
  resubmitApplication,
  saveApplication,
  submitApplication,
  withdrawApplication,
} from './commands';
import { confirm, listed, pending, productOf, rowOf, service, specsOf } from './testing';

let owner: Member;
let reviewer: Actor;

beforeAll(async () => {
  ({ owner } = await createMerchant());
  reviewer = await createOperator('reviewer');
});

const reasons = [{ rule: 'PN-07', field: 'name', text: '名称夸大' }];

describe('publishing', () => {
  it('needs a certified merchant', async () => {
    const { owner: newcomer } = await createMerchant({ name: '新商家', certifiedAt: null });
    await expect(openApplication(newcomer, service)).rejects.toMatchObject({
      detail: { key: 'productApplication.error.open.notCertified' },
    });
  });

  it('offers only classes and delivery types that exist', async () => {
    await expect(
      openApplication(owner, { ...service, deliveryType: 'license' }),
    ).rejects.toMatchObject({ detail: { key: 'productApplication.error.open.notOffered' } });
    await expect(openApplication(owner, { ...service, class: 'joint' })).rejects.toMatchObject({
      code: 'invalid',
    });
  });

  it('puts the product on sale at once when approved, with its specifications and prices', async () => {
    const id = await pending(owner, { name: '混合云容灾演练服务' });
    await approveApplication(reviewer, id, {});
    const row = await rowOf(id);
    const product = await productOf(row.productId);
    expect(product).toMatchObject({
      state: 'onSale',
      publicSale: true,
      name: '混合云容灾演练服务',
      feeRate: 500,
      taxType: 'service',
      fromPrice: 100_000n,
    });
    const [first, second] = await specsOf(row.productId);
    expect([first?.pricing, second?.pricing]).toEqual(['simple', 'custom']);
    const rows = await getDatabase()
      .select()
      .from(skus)
      .where(eq(skus.specId, second?.id ?? ''));
    expect(rows.map((sku) => [sku.key, sku.price]).sort()).toEqual([
      ['month|serviceLevel=尊享', 40_000n],
      ['month|serviceLevel=标准', 20_000n],
    ]);
    expect(rows[0]?.quantity).toMatchObject({ min: 5, max: 95, step: 5, mode: 'linear' });
  });

  it('lets everybody read pictures and agreement of a listed product, and nobody its certificate', async () => {
    const certificate = await makeFileRow(owner, 'copyrightCertificate');
    const productId = await listed(owner, reviewer, {
      software: true,
      copyrightFileIds: [certificate],
    });
    const product = await productOf(productId);
    const grants = await getDatabase().select().from(fileGrants);
    const open = new Set(grants.filter((one) => one.everyone).map((one) => one.fileId));
    expect(open).toContain(product?.logoFileId);
    expect(open).toContain(product?.content.agreementFileId);
    expect(open).not.toContain(certificate);
  });

  it('is two clicks or one: a second approval finds it decided', async () => {
    const id = await pending(owner);
    const both = await Promise.allSettled([
      approveApplication(reviewer, id, {}),
      approveApplication(reviewer, id, {}),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const rows = await getDatabase()
      .select()
      .from(products)
      .where(eq(products.name, (await rowOf(id)).name));
    expect(rows).toHaveLength(1);
  });
});

describe('a rejection', () => {
  it('cites a rule that exists, and a field', async () => {
    const id = await pending(owner);
    await expect(rejectApplication(reviewer, id, { reasons: [] })).rejects.toMatchObject({
      detail: { fields: { reasons: { key: 'productApplication.error.reject.reasonMissing' } } },
    });
    const unknown = [{ rule: 'XX-99', field: 'name', text: '' }];
    await expect(rejectApplication(reviewer, id, { reasons: unknown })).rejects.toMatchObject({
      detail: { key: 'productApplication.error.reject.ruleUnknown' },
    });
    await rejectApplication(reviewer, id, { reasons, opinion: '请修改' });
    expect(await rowOf(id)).toMatchObject({ state: 'rejected', reasons, opinion: '请修改' });
  });

  it('is answered by changing and submitting again', async () => {
    const id = await pending(owner);
    await rejectApplication(reviewer, id, { reasons });
    await saveApplication(owner, id, { proposal: { name: '数据库迁移与割接服务' } });
    await resubmitApplication(owner, id, confirm);
    await approveApplication(reviewer, id, {});
    expect((await productOf((await rowOf(id)).productId))?.name).toBe('数据库迁移与割接服务');
  });

  it('can be continued only on the latest application of the product', async () => {
    const productId = await listed(owner, reviewer);
    const first = (await openModification(owner, { productId })).id;
    await submitApplication(owner, first, confirm);
    await rejectApplication(reviewer, first, { reasons });
    const second = (await openModification(owner, { productId })).id;
    await expect(saveApplication(owner, first, { proposal: { tags: [] } })).rejects.toMatchObject({
      code: 'refused',
    });
    await expect(resubmitApplication(owner, first, confirm)).rejects.toMatchObject({
      code: 'refused',
    });
    await deleteApplication(owner, second);
    await resubmitApplication(owner, first, confirm);
  });
});

describe('applications of a merchant', () => {
  it('look like nothing to another merchant, a buyer and a visitor', async () => {
    const id = await pending(owner);
    const productId = await listed(owner, reviewer);
    const { owner: stranger } = await createMerchant({ name: '另一家公司' });
    for (const actor of [stranger, await createBuyer(), { kind: 'visitor' } as Actor]) {
      for (const attempt of [
        () => saveApplication(actor, id, { proposal: {} }),
        () => withdrawApplication(actor, id),
        () => approveApplication(actor, id, {}),
        () => deleteApplication(actor, id),
      ]) {
        await expect(attempt()).rejects.toMatchObject({ code: 'notFound' });
      }
    }
    await expect(openModification(stranger, { productId })).rejects.toMatchObject({
      code: 'notFound',
    });
  });

  it('are decided by reviewers, not by finance or the merchant', async () => {
    const id = await pending(owner);
    for (const actor of [owner, await createOperator('finance'), await createOperator('arbiter')]) {
      await expect(approveApplication(actor, id, {})).rejects.toMatchObject({ code: 'forbidden' });
      await expect(rejectApplication(actor, id, { reasons })).rejects.toMatchObject({
        code: 'forbidden',
      });
    }
  });

  it('need the permission and the product in scope', async () => {
    const productId = await listed(owner, reviewer);
    const elsewhere = limitedMember(owner, ['product.modify', 'product.publish'], ['pd_other']);
    await expect(openModification(elsewhere, { productId })).rejects.toMatchObject({
      code: 'forbidden',
    });
    const reader = limitedMember(owner, ['product.read']);
    await expect(openApplication(reader, service)).rejects.toMatchObject({ code: 'forbidden' });
    const inside = limitedMember(owner, ['product.modify'], [productId]);
    expect((await openModification(inside, { productId })).state).toBe('draft');
  });

  it('are deleted as drafts or rejected, never while reviewed or after approval', async () => {
    const id = await pending(owner);
    await expect(deleteApplication(owner, id)).rejects.toMatchObject({ code: 'wrongState' });
    await rejectApplication(reviewer, id, { reasons });
    await deleteApplication(owner, id);
    expect((await rowOf(id)).state).toBe('deleted');
  });
});
