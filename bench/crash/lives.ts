import { setTimeout as pause } from 'node:timers/promises';
import { eq } from 'drizzle-orm';
import { getDatabase } from '@/db/client';
import { makeFile, wanted } from '@/db/factories/order';
import { supervisions } from '@/db/schema';
import { newId } from '@/lib/ids';
import {
  decideAcceptance,
  decidePartialRefund,
  decideResume,
  openAppealAsBuyer,
} from '@/lib/workflows/appeal/commands';
import { buyersAppeal } from '@/lib/workflows/appeal/testing';
import { cancelOrder, payOrder, placeOrder } from '@/lib/workflows/order/commands';
import { answerQuestion, askQuestion } from '@/lib/workflows/question/commands';
import {
  acceptDelivery,
  confirmRequirement,
  deliver,
  rejectDelivery,
  rejectRequirement,
  submitRequirement,
} from '@/lib/workflows/supervision/commands';
import { confirmTopUp, refuseTopUp, requestTopUp } from '@/lib/workflows/top-up/commands';
import type { Cast, Company } from './cast';
import { patiently, sure } from './sure';

export interface Lane {
  cast: Cast;
  company: Company;
  journal: string;
  /** From 0 to 1. */
  random: () => number;
}

/** An order from its placing on, with rejections on the way and sometimes an appeal. */
async function order({ cast, company, journal, random }: Lane): Promise<void> {
  const { buyer, owner, sold, files } = company;
  const act = <T extends { id: string; version: number }>(event: string, run: () => Promise<T>) =>
    sure(journal, event, run);
  const form = wanted({ ...sold, price: BigInt(sold.price) });
  const placed = await act('order.open', () => placeOrder(buyer, form));
  if (!placed) return;
  if (random() < 0.25) {
    await act('order.cancel', () => cancelOrder(buyer, placed.id));
    return;
  }
  await act('order.pay', () => payOrder(buyer, placed.id));
  const id = await recordOf(placed.id);
  if (!id) return;
  const require = () =>
    act('supervision.submitRequirement', () =>
      submitRequirement(buyer, id, {
        text: '把订单库迁到云上。',
        documents: { requirementAttachment: [files.requirement] },
      }),
    );
  const handIn = () =>
    act('supervision.deliver', () =>
      deliver(owner, id, {
        description: '已完成迁移与核对。',
        documents: {
          sow: [files.document],
          acceptanceDocument: [files.document],
          screenshot: [files.picture, files.other, files.third],
        },
      }),
    );
  await require();
  if (random() < 0.3) {
    await act('supervision.rejectRequirement', () =>
      rejectRequirement(owner, id, { reason: '请写明数据量。' }),
    );
    await require();
  }
  await act('supervision.confirmRequirement', () => confirmRequirement(owner, id));
  await handIn();
  if (random() < 0.3) {
    await act('supervision.reject', () =>
      rejectDelivery(buyer, id, { reason: '报告缺少回退预案。' }),
    );
    await handIn();
  }
  if (random() < 0.2) {
    const appeal = await act('appeal.openAsBuyer', () =>
      openAppealAsBuyer(buyer, buyersAppeal(id)),
    );
    if (!appeal) return;
    const reason = '核对双方材料后决定。';
    const dice = random();
    if (dice < 0.4)
      await act('appeal.refundPart', () =>
        decidePartialRefund(cast.staff, appeal.id, { reason, amount: '30' }),
      );
    else if (dice < 0.7)
      await act('appeal.complete', () => decideAcceptance(cast.staff, appeal.id, { reason }));
    else await act('appeal.resume', () => decideResume(cast.staff, appeal.id, { reason }));
    if (dice < 0.7) return;
  }
  await act('supervision.accept', () => acceptDelivery(buyer, id));
}

/** The supervision that the worker opens for a paid order; not waited for long, the worker may be dead. */
async function recordOf(orderId: string): Promise<string | undefined> {
  for (const until = Date.now() + 15_000; Date.now() < until; await pause(100)) {
    const [row] = await patiently(() =>
      getDatabase()
        .select({ id: supervisions.id })
        .from(supervisions)
        .where(eq(supervisions.orderId, orderId)),
    );
    if (row) return row.id;
  }
  return undefined;
}

async function topUp({ cast, company: { buyer }, journal, random }: Lane): Promise<void> {
  const slip = await patiently(() => makeFile(buyer, { purpose: 'bankSlip' }));
  const form = {
    requestKey: newId('view'),
    amount: '88.00',
    payerName: '张三',
    slipFileId: slip.id,
  };
  const asked = await sure(journal, 'topUp.open', () => requestTopUp(buyer, form));
  if (!asked) return;
  const bankReference = newId('view');
  if (random() < 0.2)
    await sure(journal, 'topUp.refuse', () =>
      refuseTopUp(cast.staff, asked.id, { reason: '未到账' }),
    );
  else
    await sure(journal, 'topUp.confirm', () =>
      confirmTopUp(cast.staff, asked.id, { amount: '88', bankReference }),
    );
}

async function question({ company: { buyer, owner, sold }, journal }: Lane): Promise<void> {
  const text = `这项服务包含夜间值守吗？${newId('view')}`;
  const asked = await sure(journal, 'question.ask', () =>
    askQuestion(buyer, { productId: sold.productId, text }),
  );
  if (asked)
    await sure(journal, 'question.answer', () =>
      answerQuestion(owner, asked.id, { answer: '包含。' }),
    );
}

/** Plays lives until told to stop. */
export async function play(lane: Lane, stopped: () => boolean): Promise<void> {
  while (!stopped()) {
    const dice = lane.random();
    await (dice < 0.6 ? order : dice < 0.85 ? topUp : question)(lane);
  }
}
