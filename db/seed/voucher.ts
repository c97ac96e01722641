import { and, asc, eq } from 'drizzle-orm';
import { openVoucher, submitVoucher, voidVoucher } from '@/lib/workflows/voucher/commands';
import { claimVoucher } from '@/lib/workflows/voucher-piece/commands';
import type { Tx } from '../client';
import { products, skus, vouchers } from '../schema';
import { asBuyer, asOwner } from './cast';

const dayFrom = (now: Date, days: number) =>
  new Date(now.getTime() + days * 86_400_000 + 8 * 3_600_000).toISOString().slice(0, 10);

/** Vouchers of the demo's merchant: one that a customer has claimed, a draft, and one that was taken back. */
export async function seedVouchers(tx: Tx, now: Date): Promise<void> {
  const [there] = await tx.select({ id: vouchers.id }).from(vouchers).limit(1);
  if (there) return;
  const owner = await asOwner('owner');
  const [product] = await tx
    .select({ id: products.id, billing: skus.billing })
    .from(products)
    .innerJoin(skus, eq(skus.productId, products.id))
    .where(
      and(
        eq(products.merchantId, owner.merchantId),
        eq(products.state, 'onSale'),
        eq(skus.state, 'onSale'),
      ),
    )
    .orderBy(asc(products.id), asc(skus.position))
    .limit(1);
  if (!product) return;
  const form = (values: Record<string, unknown>) => ({
    productId: product.id,
    billing: product.billing,
    startsOn: dayFrom(now, 0),
    endsOn: dayFrom(now, 150),
    orderType: 'both',
    quantity: '200',
    perUser: '1',
    distribution: 'public',
    showOnPage: 'on',
    ...values,
  });
  const open = await openVoucher(
    owner,
    form({ name: '迁移服务新客券', amount: '500', threshold: '5000' }),
  );
  await submitVoucher(owner, open.id);
  await claimVoucher(await asBuyer('company'), { voucherId: open.id });
  const wrong = await openVoucher(
    owner,
    form({ name: '周年庆满减券', amount: '3000', threshold: '10000', quantity: '20' }),
  );
  await submitVoucher(owner, wrong.id);
  await voidVoucher(owner, wrong.id);
  await openVoucher(
    owner,
    form({
      name: '老客户专享券',
      amount: '1000',
      threshold: '8000',
      distribution: 'named',
      showOnPage: undefined,
      quantity: '50',
    }),
  );
}
