import { randomBytes } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { members, merchantCards, merchants } from '@/db/schema';
import type { MerchantProfile } from '@/db/schema/merchant';
import { newId } from '@/lib/ids';

export interface NewMerchant {
  ownerAccountId: string;
  name: string;
  kind: 'enterprise' | 'individual';
  creditCode: string;
  profile: MerchantProfile;
  at: Date;
}

/** Two applications of one legal entity must not be approved at the same moment: the second waits and is refused. */
export async function lockEntity(tx: Tx, creditCode: string): Promise<void> {
  await tx.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(${`entity:${creditCode}`}, 0))`,
  );
}

/** A merchant with its shop card, its owner and a new access key, in the caller's transaction. Answers its id. */
export async function createMerchant(tx: Tx, merchant: NewMerchant): Promise<string> {
  const { ownerAccountId, name, kind, creditCode, profile, at } = merchant;
  const id = newId('merchant', at);
  await tx.insert(merchants).values({
    id,
    ownerAccountId,
    name,
    kind,
    creditCode,
    profile,
    accessKey: newAccessKey(),
    createdAt: at,
    updatedAt: at,
  });
  await tx.insert(merchantCards).values({ merchantId: id, ...cardOf(name, profile) });
  await tx.insert(members).values({
    id: newId('member', at),
    merchantId: id,
    accountId: ownerAccountId,
    owner: true,
    createdAt: at,
  });
  return id;
}

/** What everybody may see of a profile; the contact address is never shown to buyers (onboarding.md 7.2). */
export function cardOf(name: string, profile: MerchantProfile) {
  return {
    name,
    logoFileId: profile.logoFileId,
    introduction: profile.introduction,
    website: profile.website ?? null,
    servicePhone: profile.servicePhone,
    serviceEmail: profile.serviceEmail,
  };
}

/** 240 random bits; identifies the merchant's programs to the platform. */
const newAccessKey = () => `GHK${randomBytes(30).toString('base64url')}`;
