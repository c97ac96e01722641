import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { getDatabase } from '@/db/client';
import { categories, messages, outbox, products } from '@/db/schema';
import type { Actor, Member } from '@/lib/auth/actor';
import { newId } from '@/lib/ids';
import { expandNotice } from '@/lib/notify/expand';
import { createBuyer, createMerchant, createOperator, limitedMember } from '@/lib/testing/actors';
import { answerQuestion, askQuestion, hideQuestion } from './commands';
import {
  getMerchantQuestion,
  listMerchantQuestions,
  listOwnQuestions,
  listProductQuestions,
} from './queries';

let buyer: Actor;
let owner: Member;
let productId: string;

beforeAll(async () => {
  buyer = await createBuyer();
  const merchant = await createMerchant();
  owner = merchant.owner;
  const now = new Date();
  const categoryId = newId('category');
  await getDatabase()
    .insert(categories)
    .values({
      id: categoryId,
      code: categoryId,
      nameZh: '数据迁移',
      nameEn: 'Data migration',
      position: 1,
      state: 'active',
      createdAt: now,
      updatedAt: now,
    } as never);
  productId = newId('product');
  await getDatabase()
    .insert(products)
    .values({
      id: productId,
      state: 'onSale',
      stateSince: now,
      createdAt: now,
      updatedAt: now,
      listedAt: now,
      merchantId: merchant.merchantId,
      class: 'general',
      deliveryType: 'manualService',
      name: '数据库迁移服务',
      productVersion: 'V1.0',
      logoFileId: 'fl_none',
      categoryId,
      taxType: 'service',
      publicSale: true,
      content: {} as never,
      feeRate: 500,
      fromPrice: 100n,
      searchText: '',
    });
});

describe('a question', () => {
  it('reaches the merchant, and its answer the asker and the product page', async () => {
    const asked = await askQuestion(buyer, { productId, text: '支持 MySQL 8 吗？' });
    const shown = async () =>
      (await listProductQuestions({ kind: 'visitor' }, productId)).find(
        ({ id }) => id === asked.id,
      );
    expect(await shown()).toBeUndefined();
    expect((await listOwnQuestions(buyer, productId)).map(({ id }) => id)).toEqual(
      expect.arrayContaining([asked.id]),
    );
    expect(
      (await listMerchantQuestions(owner, { state: 'asked', q: 'MySQL' })).rows.map(({ id }) => id),
    ).toContain(asked.id);
    const [notice] = await getDatabase()
      .select()
      .from(outbox)
      .where(eq(outbox.subjectId, asked.id));
    expect(await expandNotice(notice?.id ?? '')).toBe(2);
    expect(await expandNotice(notice?.id ?? '')).toBe(0);
    const [mail] = await getDatabase().select().from(messages).where(eq(messages.channel, 'mail'));
    expect(mail?.subject).toContain('数据库迁移服务');

    await answerQuestion(owner, asked.id, { answer: '支持。' });
    expect(await shown()).toMatchObject({
      answer: '支持。',
      askedBy: expect.stringMatching(/\*\*$/),
    });
  });

  it('is nothing to another merchant, to a member without the product, and to strangers', async () => {
    const asked = await askQuestion(buyer, { productId, text: '多久可以交付？' });
    const other = await createMerchant();
    await expect(answerQuestion(other.owner, asked.id, { answer: 'x' })).rejects.toMatchObject({
      code: 'notFound',
    });
    const scoped = limitedMember(owner, ['question.answer', 'question.read'], ['pd_other']);
    await expect(answerQuestion(scoped, asked.id, { answer: 'x' })).rejects.toMatchObject({
      code: 'forbidden',
    });
    expect(await getMerchantQuestion(scoped, asked.id)).toBeUndefined();
    expect(await getMerchantQuestion(other.owner, asked.id)).toBeUndefined();
    expect(await listOwnQuestions(await createBuyer(), productId)).toEqual([]);
  });

  it('waits once, even when it is sent twice in the same moment; once answered it may come again', async () => {
    const ask = () => askQuestion(buyer, { productId, text: '数据会丢失吗？' });
    const sent = await Promise.allSettled([ask(), ask()]);
    expect(sent.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(ask()).rejects.toMatchObject({
      detail: { key: 'question.error.ask.repeated' },
    });
    await askQuestion(await createBuyer(), { productId, text: '数据会丢失吗？' });
    const first = sent.find((one) => one.status === 'fulfilled');
    await answerQuestion(owner, first?.value.id ?? '', { answer: '不会。' });
    await ask();
  });

  it('is refused with sensitive words, too many of them, none, or about something not on sale', async () => {
    await expect(askQuestion(buyer, { productId, text: '可以代开发票吗' })).rejects.toMatchObject({
      detail: { key: 'question.error.ask.sensitive' },
    });
    await expect(askQuestion(buyer, { productId, text: '长'.repeat(501) })).rejects.toMatchObject({
      detail: { key: 'question.error.ask.tooLong' },
    });
    await expect(askQuestion(buyer, { productId, text: '  ' })).rejects.toMatchObject({
      code: 'invalid',
    });
    await expect(askQuestion(buyer, { productId: 'pd_none', text: '在吗' })).rejects.toMatchObject({
      detail: { key: 'question.error.ask.notOnSale' },
    });
  });

  it('can be hidden by operations with a reason, and not by the merchant', async () => {
    const asked = await askQuestion(buyer, { productId, text: '电话多少？' });
    await answerQuestion(owner, asked.id, { answer: '见商品页面。' });
    await expect(hideQuestion(owner, asked.id, { reason: 'x' })).rejects.toMatchObject({
      code: 'forbidden',
    });
    await hideQuestion(await createOperator('reviewer'), asked.id, { reason: '含联系方式' });
    expect(
      (await listProductQuestions({ kind: 'visitor' }, productId)).map(({ id }) => id),
    ).not.toContain(asked.id);
  });
});
