import {
  answerAsBuyer,
  answerAsMerchant,
  askBuyer,
  askMerchant,
  decideAcceptance,
  decideFullRefund,
  decidePartialRefund,
  decideResume,
  openAppealAsBuyer,
  openAppealAsMerchant,
  recallRequest,
  withdrawAppeal,
} from '@/lib/workflows/appeal/commands';
import { buyersAppeal } from '@/lib/workflows/appeal/testing';
import { act, chance, type Lane, pick } from '../lane';
import type { Moved } from '../sure';
import { upload } from '../uploads';
import type { Deal } from './delivery';

const REASON = { reason: '核对双方材料后决定。' };

/** A dispute: opened by either side or by both at once, asked about, and decided in one of the ways there are. */
export async function appeal(lane: Lane, deal: Deal): Promise<void> {
  const opened = await open(lane, deal);
  if (!opened) return;
  if (chance(lane, 0.4)) await ask(lane, opened);
  await decide(lane, opened);
}

/** Ends an appeal that is handled; by two at the same moment now and then. */
export async function decide(lane: Lane, id: string): Promise<void> {
  const { buyer, owner } = lane.company;
  const { staff } = lane.cast;
  const decisions: Record<string, () => Promise<Moved>> = {
    resume: () => decideResume(staff, id, REASON),
    resumeFrom: () => decideResume(staff, id, { ...REASON, node: 'delivery' }),
    refundFull: () => decideFullRefund(staff, id, REASON),
    refundPart: () => decidePartialRefund(staff, id, { ...REASON, amount: '33.33' }),
    complete: () => decideAcceptance(staff, id, REASON),
    withdraw: () => withdrawAppeal(pick(lane, [buyer, owner]), id),
  };
  // Two arbiters, or an arbiter and the party that lets go, at the same moment.
  const chosen = Array.from({ length: chance(lane, 0.3) ? 2 : 1 }, () =>
    pick(lane, Object.keys(decisions)),
  );
  await Promise.all(
    chosen.map((name) =>
      act(lane, `appeal.${name === 'resumeFrom' ? 'resume' : name}`, decisions[name] as never),
    ),
  );
}

async function open(lane: Lane, { recordId }: Deal) {
  const { buyer, owner } = lane.company;
  const side = pick(lane, ['buyer', 'merchant', 'both'] as const);
  const asBuyer = async () => {
    const evidence = [await upload(lane, buyer, 'appealEvidence')];
    const form = buyersAppeal(recordId, { documents: { evidence } });
    const row = await act(
      lane,
      'appeal.openAsBuyer',
      () => openAppealAsBuyer(buyer, form),
      evidence,
    );
    return row?.id;
  };
  const asMerchant = async () => {
    const letters = [await upload(lane, owner, 'commitmentLetter')];
    const proofs = [await upload(lane, owner, 'deliveryProof')];
    const form = {
      ...buyersAppeal(recordId),
      ground: 'buyerUnreachable',
      documents: { deliveryProof: proofs, commitmentLetter: letters },
    };
    const row = await act(lane, 'appeal.openAsMerchant', () => openAppealAsMerchant(owner, form), [
      ...proofs,
      ...letters,
    ]);
    return row?.id;
  };
  const tries = [
    ...(side === 'merchant' ? [] : [asBuyer()]),
    ...(side === 'buyer' ? [] : [asMerchant()]),
  ];
  return (await Promise.all(tries)).find((id) => id !== undefined);
}

/** The arbiter asks a party for more; it answers with a file, unless the question is taken back. */
async function ask(lane: Lane, id: string): Promise<void> {
  const { staff } = lane.cast;
  const { buyer, owner } = lane.company;
  const more = { text: '请补充验收时的沟通记录。' };
  const recall = () => act(lane, 'appeal.recall', () => recallRequest(staff, id));
  if (chance(lane, 0.5)) {
    await act(lane, 'appeal.askBuyer', () => askBuyer(staff, id, more));
    const evidence = [await upload(lane, buyer, 'appealEvidence')];
    const answer = { text: '见附件。', documents: { evidence } };
    await Promise.all([
      act(lane, 'appeal.answerAsBuyer', () => answerAsBuyer(buyer, id, answer), evidence),
      ...(chance(lane, 0.3) ? [recall()] : []),
    ]);
  } else {
    await act(lane, 'appeal.askMerchant', () => askMerchant(staff, id, more));
    const evidence = [await upload(lane, owner, 'appealEvidence')];
    const answer = { text: '见附件。', documents: { evidence } };
    await Promise.all([
      act(lane, 'appeal.answerAsMerchant', () => answerAsMerchant(owner, id, answer), evidence),
      ...(chance(lane, 0.3) ? [recall()] : []),
    ]);
  }
  // Answered or not, the arbiter goes on.
  await recall();
}
