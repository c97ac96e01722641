import {
  acceptDelivery,
  confirmRequirement,
  deliver as handIn,
  rejectDelivery,
  rejectRequirement,
  submitRequirement,
} from '@/lib/workflows/supervision/commands';
import { act, chance, type Lane } from '../lane';
import { upload } from '../uploads';

/** An order that was paid, with its record of delivery. */
export interface Deal {
  orderId: string;
  recordId: string;
  /** Cash, in fen. */
  paid: bigint;
}

/** The customer says what it needs; the merchant agrees, at the latest the second time. */
export async function requirement(lane: Lane, { recordId: id }: Deal): Promise<void> {
  const { buyer, owner, files } = lane.company;
  const submit = () =>
    act(
      lane,
      'supervision.submitRequirement',
      () =>
        submitRequirement(buyer, id, {
          text: '把订单库迁到云上。',
          documents: { requirementAttachment: [files.requirement] },
        }),
      [files.requirement],
    );
  await submit();
  if (chance(lane, 0.25)) {
    const reason = '请写明数据量。';
    await act(lane, 'supervision.rejectRequirement', () =>
      rejectRequirement(owner, id, { reason }),
    );
    await submit();
  }
  await act(lane, 'supervision.confirmRequirement', () => confirmRequirement(owner, id));
}

/** The merchant delivers, the customer sends it back at most once. */
export async function deliver(lane: Lane, { recordId: id }: Deal): Promise<void> {
  const { buyer, owner, files } = lane.company;
  const document = chance(lane, 0.3) ? await upload(lane, owner, 'deliveryProof') : files.document;
  const screenshot = [files.picture, files.other, files.third];
  const documents = { sow: [files.document], acceptanceDocument: [document], screenshot };
  const send = () =>
    act(
      lane,
      'supervision.deliver',
      () => handIn(owner, id, { description: '已完成迁移与核对。', documents }),
      [document, ...screenshot],
    );
  await send();
  if (chance(lane, 0.25)) {
    const reason = '报告缺少回退预案。';
    await act(lane, 'supervision.reject', () => rejectDelivery(buyer, id, { reason }));
    await send();
  }
}

/** The customer accepts; refused where a refund or an appeal was faster. */
export async function accept(lane: Lane, { recordId }: Deal): Promise<void> {
  const { buyer } = lane.company;
  await act(lane, 'supervision.accept', () => acceptDelivery(buyer, recordId));
}
