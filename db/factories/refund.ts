import type { Member } from '@/lib/auth/actor';
import { requestRefund } from '@/lib/workflows/refund/commands';
import type { RefundRow } from '@/lib/workflows/refund/machine';
import { makeFile } from './order';
import { makeSupervised, type Supervised, type SupervisedOptions } from './supervision';

/** What the form of a request carries; a part is a yuan amount below what was paid. */
export const refundInput = (
  orderId: string,
  values: Record<string, unknown> = {},
): Record<string, unknown> => ({
  orderId,
  amount: '9900.00',
  reason: 'late',
  explanation: '约定的开始日期已过，仍未安排实施。',
  ...values,
});

/** A supervised order whose buyer has asked for money back, made by the commands that people use. */
export async function makeRefund(
  values: Record<string, unknown> = {},
  options: SupervisedOptions = {},
): Promise<Supervised & { refund: RefundRow }> {
  const made = await makeSupervised(options);
  return { ...made, refund: await requestRefund(made.buyer, refundInput(made.orderId, values)) };
}

/** A file of the merchant's, as uploaded with its decision. */
export async function proofFile(owner: Member, name = '协商记录.pdf', purpose = 'refundProof') {
  const file = await makeFile(
    { accountId: owner.accountId, merchantId: owner.merchantId },
    { purpose, name },
  );
  return file.id;
}

/** What an agreement carries; to a part of the money with the acceptance document of what was delivered. */
export async function agreement(owner: Member, part: 'full' | 'partial' = 'full') {
  return {
    opinion: '双方协商一致，同意退款。',
    documents: {
      agreementRecord: [await proofFile(owner)],
      ...(part === 'partial'
        ? { acceptanceDocument: [await proofFile(owner, '阶段验收文档.pdf')] }
        : {}),
    },
  };
}
