import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { getDatabase } from '@/db/client';
import { accounts, operators } from '@/db/schema';
import { createAccount } from '@/lib/testing/actors';
import { nameFirstAdmin } from './first-admin';

it('names the first administrator, and nobody after that', async () => {
  const [first, second] = [await createAccount(), await createAccount()];
  const mailOf = async (id: string) =>
    (await getDatabase().select().from(accounts).where(eq(accounts.id, id)))[0]?.email ?? '';
  await expect(nameFirstAdmin('nobody@example.test')).rejects.toMatchObject({ code: 'invalid' });
  expect(await nameFirstAdmin(await mailOf(first))).toBe(true);
  expect(await nameFirstAdmin(await mailOf(second))).toBe(false);
  const rows = await getDatabase().select().from(operators);
  expect(rows.map(({ accountId, roles }) => [accountId, roles])).toEqual([[first, ['admin']]]);
});
