import { and, eq, inArray } from 'drizzle-orm';
import { type Buyer, type Member, system } from '@/lib/auth/actor';
import { withActor } from '@/lib/engine/with-actor';
import { openVoucher, submitVoucher } from '@/lib/workflows/voucher/commands';
import { nameCustomersByList } from '@/lib/workflows/voucher/name-customers';
import { giveToNamed } from '@/lib/workflows/voucher-piece/commands';
import { accounts, voucherPieces } from '../schema';
import { upload } from './cast';
import { backThen } from './clock';
import { demoKey } from './sale';

const dayAt = (daysAgo: number) =>
  new Date(backThen(daysAgo).getTime() + 8 * 3_600_000).toISOString().slice(0, 10);

/** A batch for the customers of an uploaded list; answers the piece that the first of them was given. */
export async function seedNamedVouchers(
  owner: Member,
  productId: string,
  customers: readonly Buyer[],
): Promise<string> {
  const batch = await openVoucher(owner, {
    requestKey: demoKey(),
    name: '环境配置老客户券',
    productId,
    billing: 'oneTime',
    amount: '300',
    threshold: '4000',
    startsOn: dayAt(15),
    endsOn: dayAt(-120),
    orderType: 'both',
    quantity: '50',
    perUser: '1',
    distribution: 'named',
  });
  await submitVoucher(owner, batch.id);
  const ids = customers.map(({ accountId }) => accountId);
  const rows = await withActor(system('demo'), ({ tx }) =>
    tx
      .select({ id: accounts.id, email: accounts.email })
      .from(accounts)
      .where(inArray(accounts.id, ids)),
  );
  const lines = ['账号 ID,登录邮箱', ...rows.map(({ id, email }) => `${id},${email}`)];
  const list = Buffer.from(`\uFEFF${lines.join('\r\n')}\r\n`);
  const fileId = await upload(owner, 'voucherCustomers', '老客户名单.csv', list);
  await nameCustomersByList(owner, { id: batch.id, fileId });
  await giveToNamed(batch.id);
  const [piece] = await withActor(system('demo'), ({ tx }) =>
    tx
      .select({ id: voucherPieces.id })
      .from(voucherPieces)
      .where(and(eq(voucherPieces.voucherId, batch.id), eq(voucherPieces.buyerId, ids[0] ?? ''))),
  );
  return piece?.id ?? '';
}
