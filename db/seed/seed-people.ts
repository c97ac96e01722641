import { hashPassword } from '@/lib/auth/password';
import { newId } from '@/lib/ids';
import type { Tx } from '../client';
import { accounts, operators } from '../schema';
import { DEMO_PASSWORD, DEMO_PEOPLE } from './people';

/** Lets the demo's people sign in: accounts with confirmed e-mail, and the staff's roles. */
export async function seedPeople(tx: Tx, now: Date): Promise<void> {
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  for (const person of DEMO_PEOPLE) {
    const id = newId('account', now);
    await tx.insert(accounts).values({
      id,
      email: person.email,
      name: person.name,
      phone: person.phone,
      passwordHash,
      emailVerifiedAt: now,
      createdAt: now,
      updatedAt: now,
    });
    if (person.operator)
      await tx.insert(operators).values({
        id: newId('operator', now),
        accountId: id,
        roles: person.operator,
        createdAt: now,
      });
  }
}
