import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { getDatabase } from '@/db/client';
import { agreement, makeRefund } from '@/db/factories/refund';
import { appeals, refunds, supervisions } from '@/db/schema';
import { reconcile } from '@/lib/money/reconcile';
import { createOperator } from '@/lib/testing/actors';
import { agreeRefund, endRefund, executeRefund } from '@/lib/workflows/refund/commands';
import { decideFullRefund, decideResume, openAppealAsBuyer } from './commands';
import { buyersAppeal } from './testing';

const refundOf = async (id: string) =>
  (await getDatabase().select().from(refunds).where(eq(refunds.id, id)))[0];
const recordOf = async (id: string) =>
  (await getDatabase().select().from(supervisions).where(eq(supervisions.id, id)))[0];

describe('an appeal beside a request for money back', () => {
  it('ends the request when its decision closes the order, and the books agree', async () => {
    const { buyer, id, orderId, refund } = await makeRefund();
    const appeal = await openAppealAsBuyer(buyer, buyersAppeal(id));
    await decideFullRefund(await createOperator('arbiter'), appeal.id, { reason: '未交付。' });
    await endRefund(orderId);
    expect((await refundOf(refund.id))?.state).toBe('ended');
    expect((await reconcile(await createOperator('finance'))).differences).toEqual([]);
  });

  it('lets the request go on when the delivery goes on', async () => {
    const { buyer, owner, id, orderId, refund } = await makeRefund();
    const appeal = await openAppealAsBuyer(buyer, buyersAppeal(id));
    const agreed = await agreement(owner);
    await expect(agreeRefund(owner, refund.id, agreed)).rejects.toMatchObject({ code: 'refused' });
    await decideResume(await createOperator('arbiter'), appeal.id, { reason: '请继续协商。' });
    await endRefund(orderId);
    expect((await refundOf(refund.id))?.state).toBe('awaitingMerchant');
    await agreeRefund(owner, refund.id, agreed);
  });

  it('is refused once the money is on its way', async () => {
    const { buyer, owner, id, refund } = await makeRefund();
    await agreeRefund(owner, refund.id, await agreement(owner));
    await expect(openAppealAsBuyer(buyer, buyersAppeal(id))).rejects.toMatchObject({
      detail: { key: 'appeal.error.openAsBuyer.refunding' },
    });
  });

  it('opened at the moment of the agreement: one of them wins, and nothing is left half done', async () => {
    for (let round = 0; round < 4; round += 1) {
      const { buyer, owner, id, refund } = await makeRefund();
      const agreed = await agreement(owner);
      const results = await Promise.allSettled([
        openAppealAsBuyer(buyer, buyersAppeal(id)),
        agreeRefund(owner, refund.id, agreed),
      ]);
      expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      const open = await getDatabase().select().from(appeals).where(eq(appeals.supervisionId, id));
      if (open.length > 0) {
        expect((await recordOf(id))?.state).toBe('appeal');
        continue;
      }
      await executeRefund(refund.id);
      expect((await recordOf(id))?.state).toBe('closed');
    }
  });
});
