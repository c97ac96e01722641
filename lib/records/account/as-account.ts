import type { Actor, Buyer, Origin } from '@/lib/auth/actor';
import { system } from '@/lib/auth/actor';
import { type ChangeContext, type Changed, changeIn } from '@/lib/engine/change';
import type { Context } from '@/lib/engine/with-actor';

/** A person who proved who it is by a secret instead of a session; the trace names it. */
export const personOf = (accountId: string, origin?: Origin): Buyer & { origin?: Origin } => ({
  kind: 'buyer',
  accountId,
  ...(origin ? { origin } : {}),
});

/** The system at work for somebody who is not signed in: the fence is open, the origin is kept. */
export const doorkeeper = (cause: string, actor: Actor): Actor => ({
  ...system(cause),
  ...(actor.origin ? { origin: actor.origin } : {}),
});

type AccountChange<T> = Omit<Changed<T>, 'stream' | 'tenant' | 'subjectId'>;

/** An audited change of an account, in the stream of that account. */
export function changeAccountIn<T>(
  context: Context,
  accountId: string,
  by: Actor,
  action: string,
  run: (context: ChangeContext) => Promise<AccountChange<T>>,
): Promise<T> {
  const actor = personOf(accountId, by.origin);
  return changeIn(
    context,
    actor,
    { noun: 'account', action, permission: 'account.manage' },
    async (inner) => ({
      subjectId: accountId,
      stream: `account:${accountId}`,
      tenant: { accountId },
      ...(await run(inner)),
    }),
  );
}
