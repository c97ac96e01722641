import { Readable } from 'node:stream';
import { and, eq, isNull } from 'drizzle-orm';
import type { Actor, Buyer, Member, OperatorRole } from '@/lib/auth/actor';
import { system } from '@/lib/auth/actor';
import { withActor } from '@/lib/engine/with-actor';
import { receiveFile } from '@/lib/files/receive';
import { accounts, members } from '../schema';
import { DEMO_PEOPLE } from './people';

const ORIGIN = { ip: '127.0.0.1', userAgent: 'demo' };

/** The account of somebody in the demo, by key. */
export async function accountIdOf(key: string): Promise<string> {
  const email = DEMO_PEOPLE.find((person) => person.key === key)?.email ?? '';
  const [row] = await withActor(system('demo'), ({ tx }) =>
    tx.select({ id: accounts.id }).from(accounts).where(eq(accounts.email, email)),
  );
  if (!row) throw new Error(`the demo has no ${key}`);
  return row.id;
}

/** Somebody in the demo acting for itself. */
export async function asBuyer(key: string): Promise<Buyer & Actor> {
  return { kind: 'buyer', accountId: await accountIdOf(key), origin: ORIGIN };
}

/** Somebody in the demo as staff with one role. */
export async function asOperator(role: OperatorRole): Promise<Actor> {
  return { kind: 'operator', accountId: await accountIdOf(role), roles: [role], origin: ORIGIN };
}

/** The owner of a merchant in the demo. */
export async function asOwner(key: string): Promise<Member & Actor> {
  const accountId = await accountIdOf(key);
  const [row] = await withActor(system('demo'), ({ tx }) =>
    tx
      .select()
      .from(members)
      .where(
        and(eq(members.accountId, accountId), eq(members.owner, true), isNull(members.removedAt)),
      ),
  );
  if (!row) throw new Error(`${key} owns no merchant`);
  return {
    kind: 'member',
    accountId,
    merchantId: row.merchantId,
    memberId: row.id,
    owner: true,
    permissions: [],
    products: null,
    origin: ORIGIN,
  };
}

/** Uploads a file as this person would; answers its id. */
export async function upload(
  actor: Actor,
  purpose: string,
  name: string,
  content: Buffer,
): Promise<string> {
  const { id } = await receiveFile(actor, { purpose, name, body: Readable.from([content]) });
  return id;
}
