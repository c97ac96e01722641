import { closeDatabase } from '@/db/client';
import { makeSold } from '@/db/factories/order';
import { createMerchant } from '@/lib/testing/actors';
import { siteDatabase } from './sign-in';

/** A merchant with one service on its shelf, written directly. Prices are fen. */
export async function openShop(price: bigint) {
  const merchant = await createMerchant();
  const sold = await makeSold(merchant, price);
  const sql = siteDatabase();
  const [owner] = await sql<{ email: string }[]>`
    select email from account where id = ${merchant.owner.accountId}`;
  await sql.end();
  await closeDatabase();
  return { ...sold, merchantId: merchant.merchantId, ownerEmail: owner?.email ?? '' };
}

/** Takes effect at once what reviewers decide; answers what gives them their time to undo back. */
export async function withoutUndoTime(): Promise<() => Promise<void>> {
  const sql = siteDatabase();
  const id = `st_e2e_${Date.now()}`;
  await sql`insert into setting_value (id, key, value, effective_from, note, created_by, created_at)
    values (${id}, 'review.undoSeconds', '0', '2020-01-01', 'journeys', 'journeys', now())`;
  await sql.end();
  return async () => {
    const again = siteDatabase();
    await again`delete from setting_value where id = ${id}`;
    await again.end();
  };
}

/** Moves the demo's clock on by so many days. */
export async function passDays(days: number): Promise<void> {
  const sql = siteDatabase();
  const seconds = days * 86_400;
  await sql`insert into clock_offset (id, seconds) values (1, ${seconds})
    on conflict (id) do update set seconds = clock_offset.seconds + ${seconds}`;
  await sql.end();
}
