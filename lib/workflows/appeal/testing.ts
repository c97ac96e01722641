import { makeFile } from '@/db/factories/order';
import { handIn, makeSupervised, type Supervised } from '@/db/factories/supervision';
import { openAppealAsBuyer, openAppealAsMerchant } from './commands';
import type { AppealRow } from './machine';

/** A file that a side uploaded for an appeal. */
export async function appealFile(
  owner: { accountId: string; merchantId?: string },
  purpose: 'appealEvidence' | 'commitmentLetter' | 'deliveryProof' = 'appealEvidence',
  name = '沟通记录.pdf',
): Promise<string> {
  const { accountId, merchantId } = owner;
  return (await makeFile({ accountId, ...(merchantId ? { merchantId } : {}) }, { purpose, name }))
    .id;
}

/** What a customer's appeal carries. */
export const buyersAppeal = (supervisionId: string, values: Record<string, unknown> = {}) => ({
  supervisionId,
  ground: 'notAsAgreed',
  reason: '交付的报告缺少回退预案。',
  demand: '请退还一半费用。',
  ...values,
});

/** What a merchant's appeal about a customer out of reach carries. */
export async function merchantsAppeal(
  { id, owner }: Supervised,
  values: Record<string, unknown> = {},
) {
  return {
    supervisionId: id,
    ground: 'buyerUnreachable',
    reason: '交付后两周内多次电话、邮件联系客户，均无回应。',
    demand: '请按验收完成。',
    documents: {
      deliveryProof: [await appealFile(owner, 'deliveryProof')],
      commitmentLetter: [await appealFile(owner, 'commitmentLetter', '承诺函.pdf')],
    },
    ...values,
  };
}

/** A delivered order whose customer appeals. */
export async function makeAppeal(
  by: 'buyer' | 'merchant' = 'buyer',
): Promise<Supervised & { appeal: AppealRow }> {
  const made = await makeSupervised();
  await handIn(made);
  const appeal =
    by === 'buyer'
      ? await openAppealAsBuyer(made.buyer, buyersAppeal(made.id))
      : await openAppealAsMerchant(made.owner, await merchantsAppeal(made));
  return { ...made, appeal };
}
