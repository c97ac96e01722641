import { getDatabase } from '@/db/client';
import { accounts, members, merchantCards, merchants } from '@/db/schema';
import type { Actor, Member, OperatorRole } from '@/lib/auth/actor';
import type { Permission } from '@/lib/auth/permissions';
import { newId } from '@/lib/ids';

/** A person in the database, e-mail verified, real name confirmed when `realName` is given. */
export async function createAccount(
  values: Partial<typeof accounts.$inferInsert> = {},
): Promise<string> {
  const id = newId('account');
  const now = new Date();
  await getDatabase()
    .insert(accounts)
    .values({
      id,
      email: `${id}@example.test`,
      name: 'Test Person',
      phone: '13800000000',
      emailVerifiedAt: now,
      createdAt: now,
      updatedAt: now,
      ...values,
    });
  return id;
}

/** A buyer with a confirmed personal real name. */
export async function createBuyer(
  values: Partial<typeof accounts.$inferInsert> = {},
): Promise<Actor & { kind: 'buyer' }> {
  const accountId = await createAccount({
    realNameKind: 'personal',
    realName: '张三',
    realNameAt: new Date(),
    ...values,
  });
  return { kind: 'buyer', accountId };
}

/** An active, certified merchant with its owner. */
export async function createMerchant(
  values: Partial<typeof merchants.$inferInsert> = {},
): Promise<{ merchantId: string; owner: Member }> {
  const accountId = await createAccount({
    realNameKind: 'enterprise',
    realName: '云途数据科技有限公司',
  });
  const database = getDatabase();
  const now = new Date();
  const merchantId = newId('merchant');
  const name = values.name ?? '云途数据科技有限公司';
  await database.insert(merchants).values({
    id: merchantId,
    ownerAccountId: accountId,
    name,
    creditCode: merchantId,
    profile: {
      logoFileId: 'fl_none',
      yearsInBusiness: '3-5',
      employees: '20-99',
      registeredCapital: 500,
      licenceFileId: 'fl_none',
      introduction: '数据迁移与云上运维服务。',
      businessContact: { name: '李雷', mobile: '13900000000', email: 'biz@example.test' },
      address: {
        country: 'CN',
        province: '浙江省',
        city: '杭州市',
        street: '文一西路 1 号',
        postalCode: '310000',
      },
      servicePhone: '0571-88880000',
      serviceEmail: 'service@example.test',
    },
    accessKey: newId('merchant'),
    certifiedAt: now,
    createdAt: now,
    updatedAt: now,
    ...values,
  });
  await database.insert(merchantCards).values({
    merchantId,
    name,
    logoFileId: 'fl_none',
    introduction: '数据迁移与云上运维服务。',
    servicePhone: '0571-88880000',
    serviceEmail: 'service@example.test',
  });
  const memberId = newId('member');
  await database
    .insert(members)
    .values({ id: memberId, merchantId, accountId, owner: true, createdAt: now });
  return {
    merchantId,
    owner: {
      kind: 'member',
      accountId,
      merchantId,
      memberId,
      owner: true,
      permissions: [],
      products: null,
    },
  };
}

/** A member that is not the owner, with these permissions and products only; nothing is written. */
export const limitedMember = (
  owner: Member,
  permissions: Permission[],
  products: string[] | null = null,
): Member => ({
  ...owner,
  owner: false,
  permissions,
  products,
});

/** Staff with these roles; the account is written, so that evidence can name it. */
export async function createOperator(
  ...roles: OperatorRole[]
): Promise<Actor & { kind: 'operator' }> {
  return { kind: 'operator', accountId: await createAccount({ name: 'Operator' }), roles };
}
