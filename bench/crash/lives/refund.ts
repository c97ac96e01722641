import { refundInput } from '@/db/factories/refund';
import {
  agreeRefund,
  rejectRefund,
  requestRefund,
  withdrawRefund,
} from '@/lib/workflows/refund/commands';
import { act, chance, type Lane } from '../lane';
import { upload } from '../uploads';
import { accept, type Deal } from './delivery';

const yuan = (fen: bigint) => `${fen / 100n}.${String(fen % 100n).padStart(2, '0')}`;

/** A negotiated refund of all or of a part, which both sides may think over, some of it at the same moment. */
export async function refund(lane: Lane, deal: Deal): Promise<void> {
  const { buyer, owner } = lane.company;
  const part = chance(lane, 0.4);
  const ask = () =>
    act(lane, 'refund.open', () =>
      requestRefund(
        buyer,
        refundInput(deal.orderId, {
          amount: part ? '33.33' : yuan(deal.paid),
          ...(chance(lane, 0.5) ? { share: 'on' } : {}),
        }),
      ),
    );
  let asked = await ask();
  if (!asked) return;
  if (chance(lane, 0.25)) {
    const { id } = asked;
    const opinion = '服务已经交付。';
    await act(lane, 'refund.reject', () => rejectRefund(owner, id, { opinion }));
    asked = await ask();
    if (!asked) return;
  }
  const { id } = asked;
  const proofs = await Promise.all([
    upload(lane, owner, 'refundProof'),
    ...(part ? [upload(lane, owner, 'refundProof')] : []),
  ]);
  const [agreementRecord, acceptanceDocument] = proofs;
  const documents = {
    agreementRecord: [agreementRecord],
    ...(acceptanceDocument ? { acceptanceDocument: [acceptanceDocument] } : {}),
  };
  const agree = () =>
    act(
      lane,
      'refund.agree',
      () => agreeRefund(owner, id, { opinion: '双方协商一致，同意退款。', documents }),
      proofs,
    );
  const withdraw = () => act(lane, 'refund.withdraw', () => withdrawRefund(buyer, id));
  if (chance(lane, 0.15)) await withdraw();
  else if (chance(lane, 0.3)) await Promise.all([agree(), withdraw(), accept(lane, deal)]);
  else await agree();
}
