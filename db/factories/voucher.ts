import type { Actor, Member } from '@/lib/auth/actor';
import { openVoucher, submitVoucher } from '@/lib/workflows/voucher/commands';
import type { VoucherRow } from '@/lib/workflows/voucher/machine';

const dayFrom = (days: number) =>
  new Date(Date.now() + 8 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10);

/** What the form of a batch sends: 100 yuan off from 500, ten pieces, one per customer, for a month from today. */
export const voucherForm = (
  productId: string,
  values: Record<string, unknown> = {},
): Record<string, unknown> => ({
  name: '迁移服务新客券',
  productId,
  amount: '100',
  threshold: '500',
  startsOn: dayFrom(0),
  endsOn: dayFrom(29),
  billing: 'oneTime',
  orderType: 'both',
  quantity: '10',
  perUser: '1',
  distribution: 'public',
  showOnPage: 'on',
  ...values,
});

/** A batch that was issued, by its merchant's own commands. */
export async function issueVoucher(
  owner: Actor & Member,
  productId: string,
  values: Record<string, unknown> = {},
): Promise<VoucherRow> {
  const { id } = await openVoucher(owner, voucherForm(productId, values));
  return submitVoucher(owner, id);
}
