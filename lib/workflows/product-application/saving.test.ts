import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { getDatabase } from '@/db/client';
import { makeFileRow } from '@/db/factories/file';
import { matrixSpec, simpleSpec } from '@/db/factories/proposal';
import { files, productProposals, reviewItems } from '@/db/schema';
import type { ProductProposal } from '@/db/schema/product-application';
import type { Actor, Member } from '@/lib/auth/actor';
import { createMerchant, createOperator } from '@/lib/testing/actors';
import { saveApplication, submitApplication, withdrawApplication } from './commands';
import { confirm, draft, listed, pending, productOf, rowOf } from './testing';

let owner: Member;
let reviewer: Actor;

beforeAll(async () => {
  ({ owner } = await createMerchant());
  reviewer = await createOperator('reviewer');
});

describe('saving', () => {
  it('keeps what was left out, and tells the second of two editors', async () => {
    const id = await draft(owner, { summary: '一句话介绍' });
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
    const id = await draft(owner, {
      description:
        '<p onclick="x()">好<script>alert(1)</script><img src="https://evil.test/a.png"><img src="/api/files/fl_1" onerror="x()"><a href="javascript:x()">链接</a></p>',
    }).catch((error: unknown) => error);
    // The picture is nobody's upload: the field is named.
    expect(id).toMatchObject({
      detail: { fields: { description: { key: 'file.error.missing' } } },
    });
    const clean = await draft(owner, {
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
    const id = await draft(owner);
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
    const id = await draft(owner, values);
    await expect(submitApplication(owner, id, confirm)).rejects.toMatchObject({
      code: 'invalid',
      detail: { fields: { [field]: { key: `productApplication.error.${key}` } } },
    });
    expect((await rowOf(id)).state).toBe('draft');
  });

  it('is refused for a name that the merchant already sells, whatever its spaces and case', async () => {
    const product = await productOf(await listed(owner, reviewer));
    const id = await draft(owner, { name: ` ${product?.name.toUpperCase()} ` });
    await expect(submitApplication(owner, id, confirm)).rejects.toMatchObject({
      detail: { fields: { name: { params: { id: 'PN-06' } } } },
    });
  });

  it('is refused without support of five days and eight hours', async () => {
    const id = await draft(owner, { supportGroupIds: ['sg_none'] });
    await expect(submitApplication(owner, id, confirm)).rejects.toMatchObject({
      detail: { fields: { supportGroupIds: { params: { id: 'SS-01' } } } },
    });
  });

  it('puts it in the queue, due in three working days, and can be withdrawn', async () => {
    const id = await pending(owner);
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
    const id = await draft(owner);
    const both = await Promise.allSettled([
      submitApplication(owner, id, confirm),
      submitApplication(owner, id, confirm),
    ]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });
});
