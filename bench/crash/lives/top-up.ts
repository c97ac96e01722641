import { newId } from '@/lib/ids';
import { confirmTopUp, refuseTopUp, requestTopUp } from '@/lib/workflows/top-up/commands';
import { act, type Lane } from '../lane';
import { upload } from '../uploads';

/** A transfer to the balance, with its slip; sometimes confirmed and refused by two people at once. */
export async function topUp(lane: Lane): Promise<void> {
  const { buyer } = lane.company;
  const slipFileId = await upload(lane, buyer, 'bankSlip');
  const form = { requestKey: newId('view'), amount: '88.00', payerName: '张三', slipFileId };
  const asked = await act(lane, 'topUp.open', () => requestTopUp(buyer, form), [slipFileId]);
  if (!asked) return;
  const { staff } = lane.cast;
  const bankReference = newId('view');
  const confirm = () =>
    act(lane, 'topUp.confirm', () =>
      confirmTopUp(staff, asked.id, { amount: '88', bankReference }),
    );
  const refuse = () =>
    act(lane, 'topUp.refuse', () => refuseTopUp(staff, asked.id, { reason: '未到账' }));
  const dice = lane.random();
  if (dice < 0.2) await Promise.all([confirm(), refuse()]);
  else if (dice < 0.35) await refuse();
  else await confirm();
}
