import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { getDatabase } from '@/db/client';
import { outbox } from '@/db/schema';
import { type Actor, VISITOR } from '@/lib/auth/actor';
import { createBuyer, createMerchant, createOperator } from '@/lib/testing/actors';
import { recordViolation } from '@/lib/workflows/violation/commands';
import {
  publishAnnouncement,
  saveAnnouncement,
  withdrawAnnouncement,
  writeAnnouncement,
} from './commands';
import {
  countPublished,
  getAnnouncement,
  getPublished,
  listAnnouncements,
  listPublished,
} from './queries';

let admin: Actor;
let merchantId: string;

beforeAll(async () => {
  admin = await createOperator('admin');
  ({ merchantId } = await createMerchant());
});

const form = (values: Record<string, unknown> = {}) => ({
  title: { 'zh-CN': '关于违规的处理公告', en: 'Decision on a violation' },
  body: { 'zh-CN': '经核实，处理如下。', en: 'This was decided.' },
  behaviour: { 'zh-CN': '伪造验收材料', en: 'Forged acceptance material' },
  result: { 'zh-CN': '列入黑名单', en: 'Put on the blacklist' },
  decidedOn: '2026-11-20',
  ...values,
});

describe('a notice', () => {
  it('is public from publishing to withdrawing, newest first', async () => {
    const first = await writeAnnouncement(admin, form({ merchantId }));
    const second = await writeAnnouncement(admin, form());
    expect(await getPublished(VISITOR, first.id)).toBeUndefined();
    await publishAnnouncement(admin, first.id);
    await publishAnnouncement(admin, second.id);
    const shown = await listPublished(VISITOR, {});
    expect(shown.rows.slice(0, 2).map(({ id }) => id)).toEqual([second.id, first.id]);
    const next = await listPublished(VISITOR, {}, `${second.publishedAt}|${second.id}`);
    expect(next.rows.length).toBeGreaterThan(0);
    expect(await countPublished(VISITOR, { q: '云途' })).toBe(1);
    expect((await getPublished(VISITOR, first.id))?.merchantName).toBe('云途数据科技有限公司');
    await withdrawAnnouncement(admin, first.id, { reason: '处理依据有误' });
    expect(await getPublished(VISITOR, first.id)).toBeUndefined();
    const told = await getDatabase().select().from(outbox).where(eq(outbox.subjectId, first.id));
    expect(told.map(({ event }) => event).sort()).toEqual(['publish', 'withdraw']);
  });

  it('may be rewritten until it is published', async () => {
    const row = await writeAnnouncement(admin, form());
    await saveAnnouncement(admin, row.id, form({ decidedOn: '' }));
    await publishAnnouncement(admin, row.id);
    await expect(saveAnnouncement(admin, row.id, form())).rejects.toMatchObject({
      code: 'wrongState',
    });
    await expect(publishAnnouncement(admin, row.id)).rejects.toMatchObject({ code: 'wrongState' });
  });

  it('is written from a violation of the same merchant only', async () => {
    const violation = await recordViolation(admin, {
      merchantId,
      behaviour: 'other',
      productAction: 'none',
      merchantAction: 'none',
      reason: '多次未按约定时间响应客户',
    });
    const row = await writeAnnouncement(admin, form({ merchantId, violationId: violation.id }));
    expect(row.violationId).toBe(violation.id);
    await expect(
      writeAnnouncement(admin, form({ violationId: violation.id })),
    ).rejects.toMatchObject({
      code: 'invalid',
      detail: { fields: { merchantId: expect.anything() } },
    });
  });

  it.each([
    ['title.en', { title: { 'zh-CN': '只有中文', en: '' } }],
    ['body.zh-CN', { body: { 'zh-CN': '', en: 'Only English' } }],
    ['decidedOn', { decidedOn: '2026-02-30' }],
    ['merchantId', { merchantId: 'mc_nobody' }],
  ])('says what is wrong with %s', async (field, values) => {
    await expect(writeAnnouncement(admin, form(values))).rejects.toMatchObject({
      code: 'invalid',
      detail: { fields: { [field]: expect.anything() } },
    });
  });

  it('is the administrators’ to write; others of the staff read, strangers see nothing', async () => {
    const row = await writeAnnouncement(admin, form());
    const reviewer = await createOperator('reviewer');
    await expect(writeAnnouncement(reviewer, form())).rejects.toMatchObject({ code: 'forbidden' });
    await expect(publishAnnouncement(reviewer, row.id)).rejects.toMatchObject({
      code: 'forbidden',
    });
    expect((await getAnnouncement(reviewer, row.id))?.row.state).toBe('draft');
    const { owner } = await createMerchant();
    for (const actor of [owner, await createBuyer(), VISITOR]) {
      await expect(publishAnnouncement(actor, row.id)).rejects.toMatchObject({ code: 'notFound' });
      expect(await getAnnouncement(actor, row.id)).toBeUndefined();
      expect((await listAnnouncements(actor, {})).rows).toEqual([]);
    }
  });
});
