import { eq } from 'drizzle-orm';
import { getDatabase } from '@/db/client';
import { categories, members, products } from '@/db/schema';
import type { Actor, Member } from '@/lib/auth/actor';
import { newId } from '@/lib/ids';
import { createAccount } from '@/lib/testing/actors';
import { tokenMailedTo } from '@/lib/testing/token-mailed';
import { acceptInvitation } from './accept';
import { inviteMember } from './invite';

let counter = 0;
export const next = () => {
  counter += 1;
  return counter;
};

/** What every invitation says that says nothing else. */
export const access = { scope: 'all', groupIds: [] as string[] };

/** The owner at an address of its own, so that limits per address do not meet. */
export const from = (owner: Member): Actor => ({
  ...owner,
  origin: { ip: `203.0.113.${next()}` },
});

/** Somebody invited by the owner, with an account, who accepted. */
export async function join(
  owner: Member,
  values: object = {},
): Promise<{ id: string; accountId: string }> {
  const email = `member${next()}@example.test`;
  const accountId = await createAccount({ email });
  await inviteMember(from(owner), { email, ...access, ...values });
  const token = await tokenMailedTo(email);
  await acceptInvitation({ kind: 'buyer', accountId }, { token });
  const [row] = await getDatabase().select().from(members).where(eq(members.accountId, accountId));
  return { id: row?.id ?? '', accountId };
}

/** A product on sale, without what only its pages need. */
export async function createProduct(merchantId: string, name = '数据迁移服务'): Promise<string> {
  const id = newId('product');
  const categoryId = newId('category');
  const now = new Date();
  await getDatabase().insert(categories).values({
    id: categoryId,
    code: categoryId,
    nameZh: '测试',
    nameEn: 'Test',
    position: 1,
    createdAt: now,
    updatedAt: now,
  });
  await getDatabase()
    .insert(products)
    .values({
      id,
      merchantId,
      name,
      categoryId,
      state: 'onSale',
      stateSince: now,
      createdAt: now,
      updatedAt: now,
      class: 'general',
      deliveryType: 'manualService',
      productVersion: 'V1.0',
      logoFileId: 'fl_none',
      taxType: 'service',
      publicSale: true,
      content: {} as typeof products.$inferInsert.content,
      feeRate: 500,
      fromPrice: 100n,
      searchText: name,
      listedAt: now,
    });
  return id;
}

/** What was complained about, or `done`. */
export const complaint = (promise: Promise<unknown>) =>
  promise.then(
    () => 'done',
    (error) => error.detail?.key ?? error.detail?.fields ?? error.code,
  );
