import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { getDatabase } from '@/db/client';
import { makeFileRow } from '@/db/factories/file';
import { makeProposal, matrixSpec, simpleSpec } from '@/db/factories/proposal';
import {
  fileGrants,
  files,
  productApplications,
  productProposals,
  products,
  reviewItems,
  skus,
  specs,
} from '@/db/schema';
import type { ProductProposal } from '@/db/schema/product-application';
import type { Actor, Member } from '@/lib/auth/actor';
import { createBuyer, createMerchant, createOperator, limitedMember } from '@/lib/testing/actors';
import { delistProduct, delistSpec } from '@/lib/workflows/product/commands';
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

let owner: Member;
let reviewer: Actor;
const service = { class: 'general', deliveryType: 'manualService' };
const confirm = { confirm: 'submit' };

beforeAll(async () => {
  ({ owner } = await createMerchant());
  reviewer = await createOperator('reviewer');
});

const rowOf = async (id: string) => {
  const [row] = await getDatabase()
    .select()
    .from(productApplications)
    .where(eq(productApplications.id, id));
  if (!row) throw new Error('gone');
  return row;
};
const productOf = async (id: string | null) =>
  (
    await getDatabase()
      .select()
      .from(products)
      .where(eq(products.id, id ?? ''))
  )[0];
const specsOf = (id: string | null) =>
  getDatabase()
    .select()
    .from(specs)
    .where(eq(specs.productId, id ?? ''))
    .orderBy(specs.position);

async function draft(values: Partial<ProductProposal> = {}, actor = owner) {
  const { id } = await openApplication(actor, service);
  await saveApplication(actor, id, { proposal: await makeProposal(actor, values) });
  return id;
}
async function pending(values: Partial<ProductProposal> = {}) {
  const id = await draft(values);
  await submitApplication(owner, id, confirm);
  return id;
}
async function listed(values: Partial<ProductProposal> = {}) {
  const id = await pending(values);
  const { productId } = await approveApplication(reviewer, id, {});
  return productId as string;
}
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
    const id = await pending({ name: '混合云容灾演练服务' });
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
    const productId = await listed({ software: true, copyrightFileIds: [certificate] });
    const product = await productOf(productId);
    const grants = await getDatabase().select().from(fileGrants);
    const open = new Set(grants.filter((one) => one.everyone).map((one) => one.fileId));
    expect(open).toContain(product?.logoFileId);
    expect(open).toContain(product?.content.agreementFileId);
    expect(open).not.toContain(certificate);
  });

  it('is two clicks or one: a second approval finds it decided', async () => {
    const id = await pending();
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

describe('saving', () => {
  it('keeps what was left out, and tells the second of two editors', async () => {
    const id = await draft({ summary: '一句话介绍' });
    const { version } = await rowOf(id);
    await saveApplication(owner, id, { proposal: { tags: ['迁移'] } }, { version });
    await expect(
      saveApplication(owner, id, { proposal: { tags: ['容灾'] } }, { version }),
    ).rejects.toMatchObject({ code: 'stale' });
    const [kept] = await getDatabase()
      .select()
      .from(productProposals)
      .where(eq(productProposals.applicationId, id));
    expect(kept?.content).toMatchObject({ summary: '一句话介绍', tags: ['迁移'] });
  });

  it('sanitizes rich text on the server', async () => {
    const id = await draft({
      description:
        '<p onclick="x()">好<script>alert(1)</script><img src="https://evil.test/a.png"><img src="/api/files/fl_1" onerror="x()"><a href="javascript:x()">链接</a></p>',
    }).catch((error: unknown) => error);
    // The picture is nobody's upload: the field is named.
    expect(id).toMatchObject({
      detail: { fields: { description: { key: 'file.error.missing' } } },
    });
    const clean = await draft({
      description:
        '<p onclick="x()">好<script>alert(1)</script><img src="https://evil.test/a.png"></p>',
    });
    const [kept] = await getDatabase()
      .select()
      .from(productProposals)
      .where(eq(productProposals.applicationId, clean));
    expect(kept?.content.description).toBe('<p>好</p>');
  });

  it('takes only files of the merchant, for their purpose, and lets go of replaced ones', async () => {
    const { owner: stranger } = await createMerchant({ name: '另一家公司' });
    const id = await draft();
    const theirs = await makeFileRow(stranger, 'productLogo');
    await expect(
      saveApplication(owner, id, { proposal: { logoFileId: theirs } }),
    ).rejects.toMatchObject({ detail: { fields: { logoFileId: { key: 'file.error.missing' } } } });
    const guide = await makeFileRow(owner, 'usageGuide');
    await expect(
      saveApplication(owner, id, { proposal: { logoFileId: guide } }),
    ).rejects.toMatchObject({
      detail: { fields: { logoFileId: { key: 'file.error.otherPurpose' } } },
    });
    const [before] = await getDatabase()
      .select()
      .from(productProposals)
      .where(eq(productProposals.applicationId, id));
    const logo = await makeFileRow(owner, 'productLogo');
    await saveApplication(owner, id, { proposal: { logoFileId: logo } });
    const old = await getDatabase()
      .select()
      .from(files)
      .where(eq(files.id, before?.content.logoFileId ?? ''));
    expect(old[0]).toMatchObject({ state: 'uploaded', users: [] });
  });
});

describe('submitting', () => {
  it.each<[string, Partial<ProductProposal>, string, string]>([
    ['no name', { name: '' }, 'name', 'field.required'],
    ['a price in the name', { name: '迁移服务 99元' }, 'name', 'field.rule'],
    ['a phone number in the name', { name: '迁移 13812345678' }, 'name', 'field.rule'],
    ['a marketing word in the name', { name: '免费迁移评估' }, 'name', 'field.rule'],
    ['a draft version', { productVersion: 'v0.1' }, 'productVersion', 'field.rule'],
    ['no logo', { logoFileId: '' }, 'logoFileId', 'field.required'],
    ['no pictures', { pictureFileIds: [] }, 'pictureFileIds', 'field.tooFew'],
    ['a long summary', { summary: '长'.repeat(121) }, 'summary', 'field.rule'],
    ['a short description', { description: '<p>太短</p>' }, 'description', 'field.rule'],
    ['a superlative', { highlights: ['全国第一的迁移服务'] }, 'highlights.0', 'field.rule'],
    ['no highlights', { highlights: [] }, 'highlights', 'field.tooFew'],
    ['no agreement', { agreementFileId: '' }, 'agreementFileId', 'field.required'],
    ['no guide', { guideFileId: '' }, 'guideFileId', 'field.required'],
    ['no support', { supportGroupIds: [] }, 'supportGroupIds', 'field.supportMissing'],
    ['software without certificate', { software: true }, 'copyrightFileIds', 'field.rule'],
    ['open source without statement', { openSource: true }, 'openSourceFileId', 'field.rule'],
    ['an open self-check', { selfChecks: ['truthful'] }, 'selfChecks', 'field.rule'],
    ['a category that is none', { categoryId: 'ct_none' }, 'categoryId', 'field.categoryGone'],
    ['a top category', { categoryId: 'ct_solution' }, 'categoryId', 'field.categoryGone'],
    ['no delivery period', { deliveryPeriodDays: 0 }, 'deliveryPeriodDays', 'field.required'],
    [
      'no requirement template',
      { requirementTemplateFileId: '' },
      'requirementTemplateFileId',
      'field.required',
    ],
    ['no specification', { specs: [] }, 'specs', 'field.tooFew'],
    [
      'a specification called 规格1',
      { specs: [simpleSpec({ name: '规格1' })] },
      'specs.0.name',
      'field.rule',
    ],
    [
      'a specification called 包年',
      { specs: [simpleSpec({ name: '包年' })] },
      'specs.0.name',
      'field.rule',
    ],
    [
      'two of one name',
      { specs: [simpleSpec(), simpleSpec({ key: 'b' })] },
      'specs.0.name',
      'field.rule',
    ],
    [
      'a price of 0',
      {
        specs: [
          simpleSpec({
            skus: [{ billing: 'oneTime', values: [], offered: true, price: '0', bands: [] }],
          }),
        ],
      },
      'specs.0.skus.0.price',
      'field.priceZero',
    ],
    [
      'a custom price without attributes',
      { specs: [simpleSpec({ pricing: 'custom' })] },
      'specs.0.attributes',
      'field.dimensions',
    ],
    [
      'SKUs of other attributes',
      { specs: [matrixSpec({ skus: [] })] },
      'specs.0.skus',
      'field.skusOutdated',
    ],
  ])('is refused with %s, at its field', async (_, values, field, key) => {
    const id = await draft(values);
    await expect(submitApplication(owner, id, confirm)).rejects.toMatchObject({
      code: 'invalid',
      detail: { fields: { [field]: { key: `productApplication.error.${key}` } } },
    });
    expect((await rowOf(id)).state).toBe('draft');
  });

  it('is refused for a name that the merchant already sells, whatever its spaces and case', async () => {
    const product = await productOf(await listed());
    const id = await draft({ name: ` ${product?.name.toUpperCase()} ` });
    await expect(submitApplication(owner, id, confirm)).rejects.toMatchObject({
      detail: { fields: { name: { params: { id: 'PN-06' } } } },
    });
  });

  it('is refused without support of five days and eight hours', async () => {
    const id = await draft({ supportGroupIds: ['sg_none'] });
    await expect(submitApplication(owner, id, confirm)).rejects.toMatchObject({
      detail: { fields: { supportGroupIds: { params: { id: 'SS-01' } } } },
    });
  });

  it('puts it in the queue, due in three working days, and can be withdrawn', async () => {
    const id = await pending();
    const row = await rowOf(id);
    expect(row.dueAt?.getTime()).toBe(row.reviewDueAt?.getTime());
    const [item] = await getDatabase()
      .select()
      .from(reviewItems)
      .where(eq(reviewItems.subjectId, id));
    expect(item).toMatchObject({ status: 'open', permission: 'productApplication.decide' });
    await withdrawApplication(owner, id);
    expect(await rowOf(id)).toMatchObject({ state: 'draft', dueAt: null });
  });

  it('happens once for a double click', async () => {
    const id = await draft();
    const both = await Promise.allSettled([
      submitApplication(owner, id, confirm),
      submitApplication(owner, id, confirm),
    ]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });
});

describe('a rejection', () => {
  it('cites a rule that exists, and a field', async () => {
    const id = await pending();
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
    const id = await pending();
    await rejectApplication(reviewer, id, { reasons });
    await saveApplication(owner, id, { proposal: { name: '数据库迁移与割接服务' } });
    await resubmitApplication(owner, id, confirm);
    await approveApplication(reviewer, id, {});
    expect((await productOf((await rowOf(id)).productId))?.name).toBe('数据库迁移与割接服务');
  });

  it('can be continued only on the latest application of the product', async () => {
    const productId = await listed();
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

describe('a modification', () => {
  it('leaves what is live untouched until it is approved', async () => {
    const productId = await listed();
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
    const productId = await listed();
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
    const productId = await listed();
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
    const productId = await listed();
    const { id } = await openModification(owner, { productId });
    await submitApplication(owner, id, confirm);
    const [first] = await specsOf(productId);
    await delistSpec(owner, productId, { specId: first?.id, confirm: 'delist' });
    await approveApplication(reviewer, id, {});
    expect((await specsOf(productId))[0]?.state).toBe('delisted');
  });

  it('of a discontinued product is refused, and cannot be approved any more', async () => {
    const productId = await listed();
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

describe('applications of a merchant', () => {
  it('look like nothing to another merchant, a buyer and a visitor', async () => {
    const id = await pending();
    const productId = await listed();
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
    const id = await pending();
    for (const actor of [owner, await createOperator('finance'), await createOperator('arbiter')]) {
      await expect(approveApplication(actor, id, {})).rejects.toMatchObject({ code: 'forbidden' });
      await expect(rejectApplication(actor, id, { reasons })).rejects.toMatchObject({
        code: 'forbidden',
      });
    }
  });

  it('need the permission and the product in scope', async () => {
    const productId = await listed();
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
    const id = await pending();
    await expect(deleteApplication(owner, id)).rejects.toMatchObject({ code: 'wrongState' });
    await rejectApplication(reviewer, id, { reasons });
    await deleteApplication(owner, id);
    expect((await rowOf(id)).state).toBe('deleted');
  });
});
