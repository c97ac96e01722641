import { hash } from '@node-rs/argon2';
import type { Actor, Buyer } from '@/lib/auth/actor';
import { newId } from '@/lib/ids';
import { getDatabase } from '../client';
import { accounts } from '../schema';
import { DEMO_PASSWORD } from './people';

/** Somebody of the demo who is not introduced at the start. */
export interface Passerby {
  name: string;
  email: string;
  phone: string;
  /** The confirmed name; a company's with its credit code. */
  realName: string;
  creditCode?: string;
}

/** An account with a confirmed real name; it signs in with the demo's password. */
export async function createAccount(person: Passerby, now: Date): Promise<Actor & Buyer> {
  const accountId = newId('account', now);
  const { creditCode, ...known } = person;
  await getDatabase()
    .insert(accounts)
    .values({
      ...known,
      id: accountId,
      passwordHash: await hash(DEMO_PASSWORD),
      emailVerifiedAt: now,
      realNameKind: creditCode ? 'enterprise' : 'personal',
      ...(creditCode ? { creditCode } : {}),
      realNameAt: now,
      createdAt: now,
      updatedAt: now,
    });
  return { kind: 'buyer', accountId, origin: { ip: '127.0.0.1', userAgent: 'demo' } };
}
