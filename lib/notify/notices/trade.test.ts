import { inArray } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { getDatabase } from '@/db/client';
import { fund, makeFile, makeSold, wanted } from '@/db/factories/order';
import { messages, operators, outbox } from '@/db/schema';
import { type Actor, type Member, system } from '@/lib/auth/actor';
import { fire } from '@/lib/engine/fire';
import { newId } from '@/lib/ids';
import { createBuyer, createMerchant, createOperator } from '@/lib/testing/actors';
import {
  cancelOrder,
  completeOrder,
  orderWorkflow,
  payOrder,
  placeOrder,
} from '@/lib/workflows/order/commands';
import { confirmTopUp, refuseTopUp, requestTopUp } from '@/lib/workflows/top-up/commands';
import { expandNotice } from '../expand';

let merchant: { merchantId: string; owner: Member };
let buyer: Actor & { kind: 'buyer' };
let sold: Awaited<ReturnType<typeof makeSold>>;

beforeAll(async () => {
  merchant = await createMerchant();
  buyer = await createBuyer();
  await fund(buyer, 1_000_000n);
  sold = await makeSold(merchant, 123_450n);
});

/** What people are sent about a subject: `event audience channel` → subject and body. */
async function sent(
  subjectId: string,
): Promise<Map<string, { text: string; href: string | null }>> {
  const rows = await getDatabase()
    .select()
    .from(outbox)
    .where(inArray(outbox.subjectId, [subjectId]));
  const found = new Map<string, { text: string; href: string | null }>();
  for (const row of rows) {
    await expandNotice(row.id);
    const made = await getDatabase()
      .select()
      .from(messages)
      .where(inArray(messages.outboxId, [row.id]));
    for (const message of made) {
      const text = `${message.subject}\n${message.body}`;
      found.set(`${row.event} ${row.audience} ${message.channel}`, { text, href: message.href });
    }
  }
  return found;
}
const bySystem = (event: 'lapse' | 'invalidate', id: string) =>
  fire(system('test'), orderWorkflow, event, id);

describe('people hear', () => {
  test('both sides of every event of an order, with its number and amount, and a way to its page', async () => {
    const one = await placeOrder(buyer, wanted(sold));
    await payOrder(buyer, one.id);
    await completeOrder(system('accepted'), one.id);
    const heard = await sent(one.id);
    for (const event of ['open', 'pay', 'complete']) {
      for (const side of ['buyer', 'merchant']) {
        for (const channel of ['site', 'mail']) {
          if (`${event} ${side} ${channel}` === 'complete merchant mail') continue;
          const message = heard.get(`${event} ${side} ${channel}`);
          expect(message?.text, `${event} ${side} ${channel}`).toContain(one.number);
          expect(message?.text).not.toMatch(/[{}]|order\.notice/);
          expect(message?.href).toBe(`/${side}/orders/${one.id}`);
        }
      }
    }
    expect(heard.get('open buyer mail')?.text).toContain('¥1,234.50');
    expect(heard.get('complete merchant site')?.text).toContain('¥1,172.77');
    // The acceptance told the merchant by mail.
    expect(heard.has('complete merchant mail')).toBe(false);
  });

  test.each(['cancel', 'lapse', 'invalidate'] as const)(
    'that an unpaid order ended: %s',
    async (event) => {
      const { id, number } = await placeOrder(buyer, wanted(sold));
      if (event === 'cancel') await cancelOrder(buyer, id);
      else await bySystem(event, id);
      const heard = await sent(id);
      for (const side of ['buyer', 'merchant']) {
        expect(heard.get(`${event} ${side} site`)?.text).toContain(number);
        expect(heard.get(`${event} ${side} site`)?.text).not.toMatch(/[{}]|order\.notice/);
      }
    },
  );

  test('finance of a transfer to confirm, and the buyer of its result', async () => {
    const finance = await createOperator('finance');
    await getDatabase()
      .insert(operators)
      .values({
        id: newId('operator'),
        accountId: finance.accountId,
        roles: ['finance'],
        createdAt: new Date(),
      });
    const ask = async () => {
      const slip = await makeFile(buyer, { purpose: 'bankSlip' });
      const row = await requestTopUp(buyer, {
        requestKey: newId('view'),
        amount: '500',
        payerName: '张三',
        slipFileId: slip.id,
      });
      return row.id;
    };
    const confirmed = await ask();
    await confirmTopUp(finance, confirmed, { amount: '500', bankReference: newId('view') });
    const refused = await ask();
    await refuseTopUp(finance, refused, { reason: '户名不一致' });
    const [yes, no] = [await sent(confirmed), await sent(refused)];
    expect(yes.get('open finance mail')?.text).toContain('¥500.00');
    expect(yes.get('open finance mail')?.href).toBe(`/ops/top-ups/${confirmed}`);
    expect(yes.get('confirm buyer mail')?.text).toContain('¥500.00');
    expect(no.get('refuse buyer site')?.text).toContain('户名不一致');
    for (const { text } of [...yes.values(), ...no.values()]) {
      expect(text).not.toMatch(/[{}]|topUp\.notice/);
    }
  });
});
