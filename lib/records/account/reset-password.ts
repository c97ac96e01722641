import { eq } from 'drizzle-orm';
import { accounts } from '@/db/schema';
import type { Actor } from '@/lib/auth/actor';
import { spend } from '@/lib/auth/limit';
import { hashPassword } from '@/lib/auth/password';
import { parseInput } from '@/lib/engine/parse';
import { withActor } from '@/lib/engine/with-actor';
import { refused } from '@/lib/errors';
import { revokeSessionsIn } from '@/lib/records/session/revoke';
import { settingReader } from '@/lib/settings/read';
import { changeAccountIn, doorkeeper } from './as-account';
import { emailInput, resetInput } from './schema';
import { issueToken, peekToken, takeToken, voidTokens } from './token';

/** Mails a link that sets a new password. Answers the same for every address (no enumeration). */
export async function forgotPassword(actor: Actor, input: unknown): Promise<{ email: string }> {
  const { email } = parseInput(emailInput, input);
  await spend({ 'limit.mailTo': email, 'limit.mailFrom': actor.origin?.ip });
  await withActor(doorkeeper('forgot password', actor), async (context) => {
    const { tx, now } = context;
    const [account] = await tx.select().from(accounts).where(eq(accounts.email, email));
    if (!account || account.disabledAt) return;
    const minutes = await settingReader(tx, now)('account.resetWithinMinutes');
    const token = await issueToken(tx, {
      accountId: account.id,
      kind: 'resetPassword',
      now,
      minutes,
    });
    await changeAccountIn(context, account.id, actor, 'forgotPassword', async () => ({
      value: undefined,
      notify: ['self'],
      params: { token, minutes },
    }));
  });
  return { email };
}

/** Whether a reset link can still be used. */
export function isResetLinkUsable(actor: Actor, token: string): Promise<boolean> {
  return withActor(doorkeeper('reset link', actor), async ({ tx, now }) =>
    Boolean(await peekToken(tx, 'resetPassword', token, now)),
  );
}

/**
 * Sets a new password by the token of a mail, confirms the e-mail that the mail reached, and signs out everywhere.
 * @throws DomainError invalid, refused `account.error.resetPassword.badToken`, limited
 */
export async function resetPassword(actor: Actor, input: unknown): Promise<{ email: string }> {
  const { token, password } = parseInput(resetInput, input);
  await spend({ 'limit.token': actor.origin?.ip });
  const passwordHash = await hashPassword(password);
  return withActor(doorkeeper('reset password', actor), async (context) => {
    const { tx, now } = context;
    const id = await takeToken(tx, 'resetPassword', token, now);
    const [account] = id ? await tx.select().from(accounts).where(eq(accounts.id, id)) : [];
    if (!account || account.disabledAt) throw refused('account.error.resetPassword.badToken');
    return changeAccountIn(context, account.id, actor, 'resetPassword', async () => {
      await tx
        .update(accounts)
        .set({
          passwordHash,
          emailVerifiedAt: account.emailVerifiedAt ?? now,
          updatedAt: now,
        })
        .where(eq(accounts.id, account.id));
      await voidTokens(tx, account.id, 'verifyEmail', now);
      await revokeSessionsIn(tx, { accountId: account.id, now });
      return { value: { email: account.email }, notify: ['self'] };
    });
  });
}
