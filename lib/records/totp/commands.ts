import { and, eq, gt, isNull } from 'drizzle-orm';
import { accounts, recoveryCodes, sessions } from '@/db/schema';
import { type Actor, accountOf } from '@/lib/auth/actor';
import { spend } from '@/lib/auth/limit';
import { verifyPassword } from '@/lib/auth/password';
import { seal, unseal } from '@/lib/auth/secret';
import { newTotpSecret, totpUri } from '@/lib/auth/totp';
import { parseInput } from '@/lib/engine/parse';
import { type Context, withActor } from '@/lib/engine/with-actor';
import { DomainError, invalid, refused } from '@/lib/errors';
import { changeAccountIn, doorkeeper } from '@/lib/records/account/as-account';
import { settingReader } from '@/lib/settings/read';
import { redeemCode, renewRecoveryCodes, TOTP_SEAL } from './check';
import { codeInput, disableInput } from './schema';

async function lockMine({ tx }: Context, actor: Actor) {
  const id = accountOf(actor);
  const [account] = id
    ? await tx.select().from(accounts).where(eq(accounts.id, id)).for('update')
    : [];
  if (!account) throw new DomainError('signedOut');
  return account;
}

/** The secret to enrol, made at first asking and kept until it is confirmed; null when a second factor is on. */
export function beginTotp(actor: Actor): Promise<{ secret: string; uri: string } | null> {
  return withActor(actor, async (context) => {
    const account = await lockMine(context, actor);
    if (account.totpConfirmedAt) return null;
    const secret = account.totpSecret ? unseal(TOTP_SEAL, account.totpSecret) : newTotpSecret();
    if (!account.totpSecret) {
      await context.tx
        .update(accounts)
        .set({ totpSecret: seal(TOTP_SEAL, secret), totpUsedStep: null })
        .where(eq(accounts.id, account.id));
    }
    return { secret, uri: totpUri(secret, account.email, 'Guildhall') };
  });
}

/**
 * Turns the second factor on by a first code of the authenticator. The session that asks counts as having given it.
 * @returns the recovery codes, shown this once
 * @throws DomainError invalid (`code` wrong), refused (`alreadyOn`), limited
 */
export async function confirmTotp(
  actor: Actor,
  input: unknown,
  sessionId?: string,
): Promise<{ codes: string[] }> {
  const { code } = parseInput(codeInput, input);
  await spend({ 'limit.totp': accountOf(actor) });
  return withActor(actor, async (context) => {
    const { tx, now } = context;
    const account = await lockMine(context, actor);
    if (account.totpConfirmedAt) throw refused('account.error.totp.alreadyOn');
    if ((await redeemCode(tx, account, code, now)) !== 'app') {
      throw invalid({ code: 'account.error.totp.wrong' });
    }
    return changeAccountIn(context, account.id, actor, 'enrolTotp', async () => {
      await tx.update(accounts).set({ totpConfirmedAt: now }).where(eq(accounts.id, account.id));
      if (sessionId) {
        await tx.update(sessions).set({ secondFactorAt: now }).where(eq(sessions.id, sessionId));
      }
      const codes = await renewRecoveryCodes(tx, account.id, now);
      return { value: { codes }, notify: ['self'] };
    });
  });
}

/**
 * Turns the second factor off; needs a code and, where the account has one, the password.
 * @throws DomainError invalid (`code`, `password`), limited
 */
export async function disableTotp(actor: Actor, input: unknown): Promise<void> {
  const { code, password } = parseInput(disableInput, input);
  await spend({ 'limit.totp': accountOf(actor) });
  await withActor(actor, async (context) => {
    const { tx, now } = context;
    const account = await lockMine(context, actor);
    if (account.passwordHash && !(await verifyPassword(account.passwordHash, password ?? ''))) {
      throw invalid({ password: 'account.error.currentPassword' });
    }
    if (!account.totpConfirmedAt || !(await redeemCode(tx, account, code, now))) {
      throw invalid({ code: 'account.error.totp.wrong' });
    }
    await changeAccountIn(context, account.id, actor, 'disableTotp', async () => {
      await tx
        .update(accounts)
        .set({ totpSecret: null, totpConfirmedAt: null, totpUsedStep: null })
        .where(eq(accounts.id, account.id));
      await tx.delete(recoveryCodes).where(eq(recoveryCodes.accountId, account.id));
      return { value: undefined, notify: ['self'] };
    });
  });
}

/**
 * Makes new recovery codes; the old ones stop working.
 * @throws DomainError invalid (`code` wrong), limited
 */
export async function remakeRecoveryCodes(
  actor: Actor,
  input: unknown,
): Promise<{ codes: string[] }> {
  const { code } = parseInput(codeInput, input);
  await spend({ 'limit.totp': accountOf(actor) });
  return withActor(actor, async (context) => {
    const { tx, now } = context;
    const account = await lockMine(context, actor);
    if (!account.totpConfirmedAt || !(await redeemCode(tx, account, code, now))) {
      throw invalid({ code: 'account.error.totp.wrong' });
    }
    return changeAccountIn(context, account.id, actor, 'remakeRecoveryCodes', async () => ({
      value: { codes: await renewRecoveryCodes(tx, account.id, now) },
    }));
  });
}

/**
 * Gives the one-time code of a session that was started with a password.
 * @returns the account that is now signed in
 * @throws DomainError signedOut when the session ended, invalid (`code` wrong), limited
 */
export async function giveSecondFactor(
  actor: Actor,
  input: unknown,
  sessionId: string | undefined,
): Promise<string> {
  const { code } = parseInput(codeInput, input);
  const gate = doorkeeper('second factor', actor);
  const accountId = await withActor(gate, ({ tx }) => waiting(tx, sessionId));
  if (!accountId || !sessionId) throw new DomainError('signedOut');
  await spend({ 'limit.totp': accountId });
  await withActor(gate, async (context) => {
    const { tx, now } = context;
    const [account] = await tx
      .select()
      .from(accounts)
      .where(eq(accounts.id, accountId))
      .for('update');
    const method = account && (await redeemCode(tx, account, code, now));
    if (!account || !method) throw invalid({ code: 'account.error.totp.wrong' });
    const days = await settingReader(tx, now)('account.sessionDays');
    await changeAccountIn(context, accountId, actor, 'giveSecondFactor', async () => {
      await tx
        .update(sessions)
        .set({ secondFactorAt: now, expiresAt: new Date(Date.now() + days * 86_400_000) })
        .where(eq(sessions.id, sessionId));
      return { after: { sessionId, method }, value: undefined };
    });
  });
  return accountId;
}

/** The account of a session that still owes its one-time code. */
async function waiting(tx: Context['tx'], sessionId: string | undefined) {
  if (!sessionId) return undefined;
  const [row] = await tx
    .select({ accountId: sessions.accountId })
    .from(sessions)
    .where(
      and(
        eq(sessions.id, sessionId),
        isNull(sessions.revokedAt),
        isNull(sessions.secondFactorAt),
        gt(sessions.expiresAt, new Date()),
      ),
    );
  return row?.accountId;
}
