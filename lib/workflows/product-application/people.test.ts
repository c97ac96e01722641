import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { getDatabase } from '@/db/client';
import { makeProposal } from '@/db/factories/proposal';
import { members } from '@/db/schema';
import type { Actor, Member } from '@/lib/auth/actor';
import type { Permission } from '@/lib/auth/permissions';
import { newId } from '@/lib/ids';
import { createAccount, createMerchant, createOperator } from '@/lib/testing/actors';
import { getOwnProduct } from '@/lib/workflows/product/own-queries';
import {
  approveApplication,
  openApplication,
  openModification,
  saveApplication,
  submitApplication,
} from './commands';

const service = { class: 'general', deliveryType: 'manualService' };
const PERMISSIONS: Permission[] = ['product.read', 'product.publish', 'product.modify'];
let owner: Member;
let reviewer: Actor;

beforeAll(async () => {
  ({ owner } = await createMerchant());
  reviewer = await createOperator('reviewer');
});

/** A member in the database, with a product scope. */
async function memberWith(products: string[] | null): Promise<Member> {
  const accountId = await createAccount();
  const { merchantId } = owner;
  const memberId = newId('member');
  await getDatabase()
    .insert(members)
    .values({ id: memberId, merchantId, accountId, products, createdAt: new Date() });
  return { ...owner, accountId, memberId, owner: false, permissions: PERMISSIONS, products };
}

const scopeOf = async ({ memberId }: Member) => {
  const [row] = await getDatabase().select().from(members).where(eq(members.id, memberId));
  return row?.products;
};

async function published(actor: Member): Promise<string> {
  const { id } = await openApplication(actor, service);
  await saveApplication(actor, id, { proposal: await makeProposal(actor) });
  await submitApplication(actor, id, { confirm: 'submit' });
  const { productId } = await approveApplication(reviewer, id, {});
  return productId as string;
}

describe('a member limited to certain products', () => {
  it('sees the product it published itself once that is listed', async () => {
    const member = await memberWith(['pd_other']);
    const productId = await published(member);
    expect(await scopeOf(member)).toEqual(['pd_other', productId]);
    const again = { ...member, products: (await scopeOf(member)) ?? null };
    expect((await getOwnProduct(again, productId))?.product.id).toBe(productId);
    expect((await openModification(again, { productId })).state).toBe('draft');
  });

  it('gains nothing by what others publish, and one without limits stays without', async () => {
    const limited = await memberWith([]);
    const free = await memberWith(null);
    await published(free);
    expect(await scopeOf(limited)).toEqual([]);
    expect(await scopeOf(free)).toBeNull();
  });
});

describe('two people on one draft', () => {
  it('do not overwrite each other: the second is told which fields the first changed', async () => {
    const { id, version } = await openApplication(owner, service);
    const colleague = await memberWith(null);
    await saveApplication(colleague, id, { proposal: { summary: '同事写的简介' } }, { version });
    await expect(
      saveApplication(owner, id, { proposal: { name: '我写的名称' } }, { version }),
    ).rejects.toMatchObject({
      code: 'stale',
      detail: { meanwhile: [{ event: 'save', fields: ['summary'] }] },
    });
  });
});
