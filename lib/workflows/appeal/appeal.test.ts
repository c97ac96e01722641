import { eq } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { getDatabase } from '@/db/client';
import { handIn, makeSupervised, moveClock } from '@/db/factories/supervision';
import { fileGrants } from '@/db/schema';
import { listStream } from '@/lib/audit/queries';
import { firstBreak } from '@/lib/audit/verify';
import type { Operator } from '@/lib/auth/actor';
import { acceptDelivery, deliver, rejectDelivery } from '@/lib/workflows/supervision/commands';
import { askBuyer, openAppealAsBuyer, openAppealAsMerchant, withdrawAppeal } from './commands';
import { getAppeal } from './queries';
import {
  appealFile,
  appealOf,
  buyersAppeal,
  makeAppeal,
  merchantsAppeal,
  recordOf,
  staffArbiter,
  told,
} from './testing';

let arbiter: Operator;

beforeAll(async () => {
  arbiter = await staffArbiter();
});
beforeEach(() => moveClock(0));

describe('opening an appeal', () => {
  it('freezes both sides, names the node, counts the days and tells the other side and the house', async () => {
    const { appeal, buyer, owner, id } = await makeAppeal();
    expect(appeal).toMatchObject({
      state: 'handling',
      openedBy: 'buyer',
      node: 'acceptance',
      supervisionId: id,
      paid: 990_000n,
    });
    expect(appeal.dueAt).toEqual(appeal.handleBy);
    expect(await recordOf(id)).toMatchObject({ state: 'appeal', appealId: appeal.id });
    for (const work of [
      () => acceptDelivery(buyer, id),
      () => rejectDelivery(buyer, id, { reason: '不符' }),
      () => deliver(owner, id, {}),
    ]) {
      await expect(work()).rejects.toMatchObject({ code: 'wrongState' });
    }
    const written = await told(appeal.id, 'openAsBuyer');
    const mails = written.filter(({ channel }) => channel === 'mail');
    expect(mails.map(({ audience }) => audience).sort()).toEqual(['merchant', 'operations']);
    expect(mails[0]?.body).toContain('缺少回退预案');
    expect(written.some(({ accountId }) => accountId === buyer.accountId)).toBe(false);
  });

  it('asks the customer for reason and demand, each at its own field', async () => {
    const made = await makeSupervised();
    const input = buyersAppeal(made.id, { reason: ' ', demand: '' });
    await expect(openAppealAsBuyer(made.buyer, input)).rejects.toMatchObject({
      detail: { fields: { reason: {}, demand: {} } },
    });
    const grounds = buyersAppeal(made.id, { ground: 'buyerUnreachable' });
    await expect(openAppealAsBuyer(made.buyer, grounds)).rejects.toMatchObject({
      detail: { fields: { ground: { key: 'form.error.notAChoice' } } },
    });
    const proof = buyersAppeal(made.id, {
      documents: { deliveryProof: [await appealFile(made.buyer, 'deliveryProof')] },
    });
    await expect(openAppealAsBuyer(made.buyer, proof)).rejects.toMatchObject({
      detail: { fields: { 'documents.deliveryProof': {} } },
    });
    expect((await recordOf(made.id))?.state).toBe('delivery');
  });

  it('asks the merchant for the documents of its ground', async () => {
    const made = await makeSupervised();
    await handIn(made);
    const nothing = await merchantsAppeal(made, { documents: {} });
    await expect(openAppealAsMerchant(made.owner, nothing)).rejects.toMatchObject({
      detail: { fields: { 'documents.deliveryProof': {}, 'documents.commitmentLetter': {} } },
    });
    const never = await merchantsAppeal(made, { ground: 'neverAccepts', documents: {} });
    const refusal = await openAppealAsMerchant(made.owner, never).catch((error) => error);
    expect(Object.keys(refusal.detail.fields)).toEqual(['documents.deliveryProof']);
    const opened = await openAppealAsMerchant(
      made.owner,
      await merchantsAppeal(made, { ground: 'unclearRequirement', documents: {} }),
    );
    expect(opened.ground).toBe('unclearRequirement');
  });

  it('takes only files of the side’s own and lets both sides read them', async () => {
    const made = await makeSupervised();
    const foreign = await appealFile(made.owner);
    await expect(
      openAppealAsBuyer(made.buyer, buyersAppeal(made.id, { documents: { evidence: [foreign] } })),
    ).rejects.toMatchObject({ detail: { fields: { 'documents.evidence': {} } } });
    const own = await appealFile(made.buyer);
    const appeal = await openAppealAsBuyer(
      made.buyer,
      buyersAppeal(made.id, { documents: { evidence: [own] } }),
    );
    const grants = await getDatabase().select().from(fileGrants).where(eq(fileGrants.fileId, own));
    expect(grants.map(({ merchantId, buyerId }) => merchantId ?? buyerId).sort()).toEqual(
      [made.buyer.accountId, made.owner.merchantId].sort(),
    );
    const stream = await listStream(made.owner, `order:${made.orderId}`);
    const opening = stream.find(({ event }) => event === 'openAsBuyer');
    expect(opening?.files.map(({ id }) => id)).toEqual([own]);
    expect(firstBreak(stream)).toBeUndefined();
    expect((await getAppeal(made.owner, appeal.id))?.documents).toHaveLength(1);
  });
});

describe('withdrawing', () => {
  it('lets the record go on, for who opened it only', async () => {
    const { appeal, buyer, owner, id } = await makeAppeal();
    await expect(withdrawAppeal(owner, appeal.id)).rejects.toMatchObject({
      detail: { key: 'appeal.error.withdraw.notYours' },
    });
    await askBuyer(arbiter, appeal.id, { text: '请补充。' });
    await withdrawAppeal(buyer, appeal.id);
    expect((await appealOf(appeal.id))?.state).toBe('withdrawn');
    expect(await recordOf(id)).toMatchObject({ state: 'acceptance', appealId: null });
    const audiences = (await told(appeal.id, 'withdraw')).map(({ audience }) => audience);
    expect(new Set(audiences)).toEqual(new Set(['other', 'operations']));
    await acceptDelivery(buyer, id);
    expect((await recordOf(id))?.state).toBe('done');
  });

  it('does not stand in the way of another appeal', async () => {
    const { appeal, owner, id, orderId, buyer, productId } = await makeAppeal();
    await withdrawAppeal(buyer, appeal.id);
    const made = { id, owner, orderId, buyer, productId };
    const second = await openAppealAsMerchant(owner, await merchantsAppeal(made));
    expect(second.state).toBe('handling');
  });
});
