import { beforeEach, describe, expect, it } from 'vitest';
import { agreement, makeRefund, proofFile, refundInput } from '@/db/factories/refund';
import { clockAt, handIn, moveClock } from '@/db/factories/supervision';
import { system } from '@/lib/auth/actor';
import { fireDueDeadlines } from '@/lib/deadlines/fire-due';
import { fire } from '@/lib/engine/fire';
import { withActor } from '@/lib/engine/with-actor';
import { TIME_ZONE } from '@/lib/i18n/locales';
import { createOperator } from '@/lib/testing/actors';
import { readCalendar } from '@/lib/time/due';
import { addWorkingDays } from '@/lib/time/working-days';
import { acceptDelivery, supervisionWorkflow } from '@/lib/workflows/supervision/commands';
import {
  agreeRefund,
  endRefund,
  executeRefund,
  refundWorkflow,
  rejectRefund,
  requestRefund,
  withdrawRefund,
} from './commands';
import { getRefundOffer, listRefunds } from './queries';

import { row, told } from './testing';

const HOUR = 3_600_000;

beforeEach(() => moveClock(0));

describe('the decision', () => {
  it('needs an opinion and a record of the agreement, each told at its own field', async () => {
    const { owner, refund } = await makeRefund();
    await expect(agreeRefund(owner, refund.id, { documents: {} })).rejects.toMatchObject({
      code: 'invalid',
      detail: { fields: { opinion: expect.anything() } },
    });
    await expect(agreeRefund(owner, refund.id, { opinion: '同意' })).rejects.toMatchObject({
      detail: { fields: { 'documents.agreementRecord': expect.anything() } },
    });
    await expect(rejectRefund(owner, refund.id, { opinion: ' ' })).rejects.toMatchObject({
      detail: { fields: { opinion: expect.anything() } },
    });
    const wrong = await proofFile(owner, '截图.png', 'deliveryScreenshot');
    await expect(
      agreeRefund(owner, refund.id, { opinion: '同意', documents: { agreementRecord: [wrong] } }),
    ).rejects.toMatchObject({
      detail: { fields: { 'documents.agreementRecord': { key: 'file.error.otherPurpose' } } },
    });
    // Nothing is partial here, so no acceptance document is taken.
    await expect(
      agreeRefund(owner, refund.id, await agreement(owner, 'partial')),
    ).rejects.toMatchObject({
      detail: { fields: { 'documents.acceptanceDocument': expect.anything() } },
    });
    await agreeRefund(owner, refund.id, await agreement(owner));
  });

  it('is stopped by an appeal, which a withdrawal is not', async () => {
    const { owner, buyer, id, refund } = await makeRefund();
    await fire(system('appeal'), supervisionWorkflow as never, 'freeze' as never, id, {
      appealId: 'ap_1',
    });
    for (const decide of [agreeRefund, rejectRefund]) {
      await expect(decide(owner, refund.id, await agreement(owner))).rejects.toMatchObject({
        code: 'refused',
        detail: { key: expect.stringMatching(/appealOpen$/) },
      });
    }
    expect(await getRefundOffer(buyer, refund.orderId)).toMatchObject({ against: 'appealOpen' });
    await withdrawRefund(buyer, refund.id);
    await expect(requestRefund(buyer, refundInput(refund.orderId))).rejects.toMatchObject({
      detail: { key: 'refund.error.open.appealOpen' },
    });
  });

  it('stops an appeal once the merchant agreed', async () => {
    const { owner, id, refund } = await makeRefund();
    await agreeRefund(owner, refund.id, await agreement(owner));
    await expect(
      fire(system('appeal'), supervisionWorkflow as never, 'freeze' as never, id, {
        appealId: 'ap_1',
      }),
    ).rejects.toMatchObject({ detail: { key: 'supervision.error.freeze.refundAgreed' } });
  });
});
describe('a request that nobody decides', () => {
  it('is urged of every three working days, told to its buyer once after seven, and never agreed by itself', async () => {
    const { refund } = await makeRefund();
    const due = (await row(refund.id))?.dueAt;
    const inWorkingDays = (days: number) =>
      withActor(system('test'), async ({ tx }) =>
        addWorkingDays(refund.createdAt, days, await readCalendar(tx), TIME_ZONE),
      );
    expect(due).toEqual(await inWorkingDays(7));
    for (const [days, urged, over] of [
      [2, 0, 0],
      [3, 1, 0],
      [6, 2, 0],
      [7, 2, 1],
      [30, 3, 1],
      [60, 4, 1],
    ] as const) {
      await clockAt(new Date((await inWorkingDays(days)).getTime() + HOUR));
      await fireDueDeadlines([refundWorkflow]);
      expect(await told(refund.id, 'urge'), `${days} days`).toEqual(Array(urged).fill('merchant'));
      expect(await told(refund.id, 'remind'), `${days} days`).toEqual(
        over ? ['buyer', 'merchant'] : [],
      );
    }
    expect(await row(refund.id)).toMatchObject({
      state: 'awaitingMerchant',
      reminders: 5,
      dueAt: due,
    });
    const { rows } = await listRefunds(await createOperator('arbiter'), { overdue: 'yes' });
    expect(rows.map(({ id }) => id)).toContain(refund.id);
  });

  it('tells operations when agreed money is late, and tries again', async () => {
    const { owner, refund } = await makeRefund();
    await agreeRefund(owner, refund.id, await agreement(owner));
    await moveClock(4 * 3600);
    await fireDueDeadlines([refundWorkflow]);
    expect(await told(refund.id, 'late')).toEqual(['operations']);
    await executeRefund(refund.id);
    expect((await row(refund.id))?.state).toBe('refunded');
  });

  it('ends when the delivery is accepted, and stays while the delivery goes on', async () => {
    const { buyer, id, orderId, refund, owner, productId } = await makeRefund();
    await endRefund(orderId);
    expect((await row(refund.id))?.state).toBe('awaitingMerchant');
    await handIn({ id, buyer, owner, orderId, productId });
    await acceptDelivery(buyer, id);
    await endRefund(orderId);
    await endRefund(orderId);
    expect(await row(refund.id)).toMatchObject({ state: 'ended', endReason: 'accepted' });
    expect(await told(refund.id, 'end')).toEqual(['buyer', 'merchant']);
  });

  it('ends when an appeal’s decision closed the record', async () => {
    const { id, orderId, refund } = await makeRefund();
    await fire(system('appeal'), supervisionWorkflow as never, 'close' as never, id, {
      reason: 'appeal',
    });
    await endRefund(orderId);
    expect(await row(refund.id)).toMatchObject({ state: 'ended', endReason: 'closed' });
  });
});
