import { eq } from 'drizzle-orm';
import { accounts } from '@/db/schema';
import type { Actor } from '@/lib/auth/actor';
import { spend } from '@/lib/auth/limit';
import { parseInput } from '@/lib/engine/parse';
import { withActor } from '@/lib/engine/with-actor';
import { refused } from '@/lib/errors';
import { settingReader } from '@/lib/settings/read';
import { changeAccountIn, doorkeeper } from './as-account';
import { emailInput, tokenInput } from './schema';
import { refuseFullPhone } from './sign-up';
import { issueToken, peekToken, takeToken } from './token';

/** Who a verification link is for, so that its page can name it; null when the link cannot be used. */
export function getVerification(
  actor: Actor,
  token: string,
): Promise<{ name: string; email: string } | null> {
  return withActor(doorkeeper('verification link', actor), async ({ tx, now }) => {
    const id = await peekToken(tx, 'verifyEmail', token, now);
    if (!id) return null;
    const [found] = await tx
      .select({ name: accounts.name, email: accounts.email })
      .from(accounts)
      .where(eq(accounts.id, id));
    return found ?? null;
  });
}

/**
 * Confirms the e-mail of an account by the token of its mail.
 * @throws DomainError refused `account.error.verifyEmail.badToken`, invalid (mobile number full), limited
 */
export async function verifyEmail(actor: Actor, input: unknown): Promise<{ email: string }> {
  const { token } = parseInput(tokenInput, input);
  await spend({ 'limit.token': actor.origin?.ip });
  return withActor(doorkeeper('verify e-mail', actor), async (context) => {
    const { tx, now } = context;
    const id = await takeToken(tx, 'verifyEmail', token, now);
    const [account] = id ? await tx.select().from(accounts).where(eq(accounts.id, id)) : [];
    if (!account) throw refused('account.error.verifyEmail.badToken');
    if (account.phone) await refuseFullPhone(context, account.phone, account.email);
    return changeAccountIn(context, account.id, actor, 'verifyEmail', async () => {
      await tx
        .update(accounts)
        .set({ emailVerifiedAt: now, updatedAt: now })
        .where(eq(accounts.id, account.id));
      return { after: { emailVerifiedAt: now }, value: { email: account.email } };
    });
  });
}

/** Mails the verification link once more. Answers the same for every address. */
export async function resendVerification(actor: Actor, input: unknown): Promise<{ email: string }> {
  const { email } = parseInput(emailInput, input);
  await spend({ 'limit.mailTo': email, 'limit.mailFrom': actor.origin?.ip });
  await withActor(doorkeeper('resend verification', actor), async (context) => {
    const { tx, now } = context;
    const [account] = await tx.select().from(accounts).where(eq(accounts.email, email));
    if (!account || account.emailVerifiedAt || account.disabledAt) return;
    const hours = await settingReader(tx, now)('account.verifyWithinHours');
    const token = await issueToken(tx, {
      accountId: account.id,
      kind: 'verifyEmail',
      now,
      minutes: hours * 60,
    });
    await changeAccountIn(context, account.id, actor, 'resendVerification', async () => ({
      value: undefined,
      notify: ['self'],
      params: { token, hours },
    }));
  });
  return { email };
}
