import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { getDatabase } from '@/db/client';
import { agreement, makeRefund, proofFile, refundInput } from '@/db/factories/refund';
import { handIn, makeSupervised, type Supervised } from '@/db/factories/supervision';
import { orders, refundDocuments, refunds, supervisions } from '@/db/schema';
import { type Actor, system } from '@/lib/auth/actor';
import { withActor } from '@/lib/engine/with-actor';
import { findDownload } from '@/lib/files/queries';
import { buyerBalance, derivedBalance } from '@/lib/money/ledger';
import { reconcile } from '@/lib/money/reconcile';
import { createOperator, limitedMember } from '@/lib/testing/actors';
import { describeEveryEvent, makeStrangers, tryEvent } from '@/lib/testing/every-event';
import { codeOf } from '@/lib/testing/refusal';
import { acceptDelivery } from '@/lib/workflows/supervision/commands';
import {
  agreeRefund,
  executeRefund,
  refundWorkflow,
  rejectRefund,
  requestRefund,
  withdrawRefund,
} from './commands';
import type { refund as machine, RefundRow } from './machine';
import {
  countRefunds,
  getRefund,
  getRefundOffer,
  listRefunds,
  listRefundsOfOrder,
} from './queries';
import { countRefundable, listRefundable } from './refundable-queries';

type Event = Exclude<keyof typeof machine.events, 'open'>;

/** Who may fire each event; everybody else may not. */
const HOLDER: Record<Event, readonly string[]> = {
  withdraw: ['buyer'],
  agree: ['owner'],
  reject: ['owner'],
  urge: ['system'],
  remind: ['system'],
  execute: ['system'],
  late: ['system'],
  end: ['system'],
};

let made: Supervised & { refund: RefundRow };
let strangers: Record<string, Actor>;
let people: Record<string, Actor>;

const attempt = (actor: Actor, event: Event) =>
  tryEvent(refundWorkflow, actor, event, made.refund.id);
const clean = async () =>
  expect((await reconcile(await createOperator('finance'))).differences).toEqual([]);

beforeAll(async () => {
  made = await makeRefund({ share: 'on' });
  strangers = await makeStrangers();
  people = {
    buyer: made.buyer,
    owner: made.owner,
    arbiter: await createOperator('arbiter'),
    finance: await createOperator('finance'),
    system: system('test'),
  };
});

describeEveryEvent(refundWorkflow, HOLDER, 'awaitingMerchant', () => ({
  id: made.refund.id,
  strangers,
  people,
}));

describe('an event', () => {
  it('needs the permission and the product in scope of a member', async () => {
    const { owner, productId } = made;
    expect(await attempt(limitedMember(owner, ['refund.read']), 'agree')).toBe('forbidden');
    const decide = ['refund.read', 'refund.decide'] as const;
    expect(await attempt(limitedMember(owner, [...decide], ['pd_other']), 'agree')).toBe(
      'forbidden',
    );
    expect(await attempt(limitedMember(owner, [...decide], [productId]), 'agree')).toBe('invalid');
  });
});

describe('a request', () => {
  it('cannot be made by anybody but the buyer of the order', async () => {
    const own = await makeSupervised();
    const ask = (actor: Actor) => codeOf(requestRefund(actor, refundInput(own.orderId)));
    expect(await ask(strangers['another buyer'] as Actor)).toBe('notFound');
    expect(await ask(own.owner)).toBe('forbidden');
    expect(await ask(await createOperator('finance'))).toBe('forbidden');
    expect(await ask({ kind: 'visitor' })).toBe('forbidden');
    expect(await codeOf(requestRefund(own.buyer, refundInput('od_nothing')))).toBe('notFound');
    expect(await listRefundsOfOrder(own.buyer, own.orderId)).toEqual([]);
  });

  it('and its files are read by both sides and operations, and by nobody else', async () => {
    const own = await makeRefund();
    const member = limitedMember(own.owner, ['refund.read'], ['pd_other']);
    await rejectRefund(own.owner, own.refund.id, {
      opinion: '已开始实施。',
      documents: { otherProof: [await proofFile(own.owner, '启动会纪要.pdf')] },
    });
    const [file] = await getDatabase()
      .select()
      .from(refundDocuments)
      .where(eq(refundDocuments.refundId, own.refund.id));
    for (const reader of [own.buyer, own.owner, people.arbiter as Actor]) {
      expect((await getRefund(reader, own.refund.id))?.documents).toHaveLength(1);
      expect(await findDownload([reader], file?.fileId ?? '')).toBeDefined();
    }
    expect(await getRefund(member, own.refund.id)).toBeUndefined();
    for (const actor of Object.values(strangers)) {
      expect((await listRefunds(actor, {})).rows).toEqual([]);
      expect(await countRefunds(actor, {})).toBe(0);
      expect(await getRefund(actor, own.refund.id)).toBeUndefined();
      expect(await listRefundsOfOrder(actor, own.orderId)).toEqual([]);
      expect(await getRefundOffer(actor, own.orderId)).toBeUndefined();
      expect((await listRefundable(actor, {})).rows).toEqual([]);
      expect(await countRefundable(actor, {})).toBe(0);
      expect(await findDownload([actor], file?.fileId ?? '')).toBeUndefined();
    }
    expect(await getRefundOffer(own.owner, own.orderId)).toBeUndefined();
  });

  it('takes its order off the list of refundable ones until it ends', async () => {
    const own = await makeSupervised();
    const listed = async () =>
      (await listRefundable(own.buyer, {})).rows.map(({ orderId }) => orderId);
    expect(await listed()).toEqual([own.orderId]);
    const { id } = await requestRefund(own.buyer, refundInput(own.orderId));
    expect(await listed()).toEqual([]);
    await withdrawRefund(own.buyer, id);
    expect(await listed()).toEqual([own.orderId]);
    await handIn(own);
    await acceptDelivery(own.buyer, own.id);
    expect(await listed()).toEqual([]);
  });

  it('is found by its words, state and extent', async () => {
    const own = await makeRefund({ amount: '1' });
    const found = async (filters: Parameters<typeof listRefunds>[1]) =>
      (await listRefunds(own.buyer, filters)).rows.length;
    expect(await found({ q: own.refund.orderNumber })).toBe(1);
    expect(await found({ q: '没有这样的商品' })).toBe(0);
    expect(await found({ state: 'open' })).toBe(1);
    expect(await found({ state: 'refunded' })).toBe(0);
    expect(await found({ part: 'partial' })).toBe(1);
    expect(await found({ part: 'full' })).toBe(0);
    expect(await found({ overdue: 'yes' })).toBe(0);
  });
});

describe('of two at once', () => {
  it('one request is made', async () => {
    const own = await makeSupervised();
    const ask = () => codeOf(requestRefund(own.buyer, refundInput(own.orderId)));
    const tries = await Promise.all([ask(), ask(), ask()]);
    expect(tries.sort()).toEqual(['done', 'refused', 'refused']);
    expect(await listRefundsOfOrder(own.buyer, own.orderId)).toHaveLength(1);
  });

  it('the merchant’s agreement or the buyer’s withdrawal wins', async () => {
    const own = await makeRefund();
    const input = await agreement(own.owner);
    const tries = await Promise.all([
      codeOf(agreeRefund(own.owner, own.refund.id, input)),
      codeOf(withdrawRefund(own.buyer, own.refund.id)),
      codeOf(agreeRefund(own.owner, own.refund.id, input)),
    ]);
    expect(tries.sort()).toEqual(['done', 'wrongState', 'wrongState']);
    await executeRefund(own.refund.id);
    const [after] = await getDatabase().select().from(refunds).where(eq(refunds.id, own.refund.id));
    const back = await withActor(system('test'), ({ tx }) =>
      derivedBalance(tx, buyerBalance(own.buyer.accountId)),
    );
    expect(back).toBe(after?.state === 'refunded' ? 990_000n : 0n);
    await clean();
  });

  it.each([1, 2, 3, 4])(
    'the merchant’s agreement or the buyer’s acceptance wins, and the money goes one way (%i)',
    async () => {
      const own = await makeRefund();
      await handIn(own);
      const input = await agreement(own.owner);
      const [agreed, accepted] = await Promise.all([
        codeOf(agreeRefund(own.owner, own.refund.id, input)),
        codeOf(acceptDelivery(own.buyer, own.id)),
      ]);
      expect([agreed, accepted].filter((result) => result === 'done')).toHaveLength(1);
      await executeRefund(own.refund.id);
      const [order] = await getDatabase().select().from(orders).where(eq(orders.id, own.orderId));
      const [record] = await getDatabase()
        .select()
        .from(supervisions)
        .where(eq(supervisions.id, own.id));
      expect(order).toMatchObject({
        state: 'completed',
        refunded: agreed === 'done' ? 990_000n : 0n,
      });
      expect(record?.state).toBe(agreed === 'done' ? 'closed' : 'done');
      await clean();
    },
  );

  it('two workers carry a refund out once', async () => {
    const own = await makeRefund({ amount: '5000' });
    await agreeRefund(own.owner, own.refund.id, await agreement(own.owner, 'partial'));
    await Promise.all([executeRefund(own.refund.id), executeRefund(own.refund.id)]);
    const back = await withActor(system('test'), ({ tx }) =>
      derivedBalance(tx, buyerBalance(own.buyer.accountId)),
    );
    expect(back).toBe(500_000n);
    await clean();
  });

  it('who looked at an older version is told', async () => {
    const own = await makeRefund();
    await withdrawRefund(own.buyer, own.refund.id);
    const late = agreeRefund(own.owner, own.refund.id, await agreement(own.owner), {
      version: own.refund.version,
    });
    await expect(late).rejects.toMatchObject({ code: 'stale' });
  });
});
