import { eq } from 'drizzle-orm';
import { getDatabase } from '@/db/client';
import { fund, makeSold } from '@/db/factories/order';
import { orders, stocks } from '@/db/schema';
import { type Actor, type Member, system } from '@/lib/auth/actor';
import { withActor } from '@/lib/engine/with-actor';
import { derivedBalance } from '@/lib/money/ledger';
import { createBuyer } from '@/lib/testing/actors';

type Buyer = Actor & { kind: 'buyer' };

/** A customer with money. */
export const richBuyer = async (amount = 1_000_000n): Promise<Buyer> => {
  const buyer = await createBuyer();
  await fund(buyer, amount);
  return buyer;
};

/** Fen of an account, from its postings. */
export const derived = (account: { id: string }) =>
  withActor(system('test'), ({ tx }) => derivedBalance(tx, account));
export const orderOf = async (id: string) =>
  (await getDatabase().select().from(orders).where(eq(orders.id, id)))[0];
export const stockOf = async (specId: string) =>
  (await getDatabase().select().from(stocks).where(eq(stocks.specId, specId)))[0];

/** A product of which there are only so many. */
export const withStock = async (
  merchant: { merchantId: string; owner: Member },
  total: number,
  price = 500n,
) => {
  const made = await makeSold(merchant, price);
  await getDatabase().insert(stocks).values({
    specId: made.specId,
    productId: made.productId,
    merchantId: merchant.merchantId,
    total,
    consumed: 0,
    updatedAt: new Date(),
  });
  return made;
};
