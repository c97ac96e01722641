import { eq } from 'drizzle-orm';
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { getDatabase } from '@/db/client';
import { accounts, recoveryCodes, sessions } from '@/db/schema';
import type { Actor } from '@/lib/auth/actor';
import { hashPassword } from '@/lib/auth/password';
import { totpCode } from '@/lib/auth/totp';
import {
  beginTotp,
  confirmTotp,
  disableTotp,
  giveSecondFactor,
  remakeRecoveryCodes,
} from '@/lib/records/totp/commands';
import { countRecoveryCodes } from '@/lib/records/totp/queries';
import { createAccount } from '@/lib/testing/actors';
import { listDevices } from './queries';
import { endSession, revokeSession, signOutEverywhere } from './revoke';
import { signInWithPassword, signInWithProvider } from './sign-in';

let counter = 0;
const next = () => {
  counter += 1;
  return counter;
};
const caller = (): Actor => ({ kind: 'visitor', origin: { ip: `198.51.100.${next()}` } });
const password = 'correct horse';
const passwordHash = await hashPassword(password);

async function person(values: object = {}) {
  const email = `session${next()}@example.test`;
  const accountId = await createAccount({ email, passwordHash, ...values });
  return { email, accountId, actor: { kind: 'buyer', accountId } as Actor };
}
const signIn = async (email: string, by: Actor = caller(), given = password) =>
  signInWithPassword(by, { email, password: given });
const complaint = (promise: Promise<unknown>) =>
  promise.then(
    () => 'done',
    (error) => error.detail?.key ?? error.detail?.fields ?? error.code,
  );
const sessionOf = async (id: string) =>
  (await getDatabase().select().from(sessions).where(eq(sessions.id, id)))[0];

// The authenticator runs on real time; tests turn its clock.
let clock = Date.parse('2026-11-21T08:00:00Z');
beforeEach(() => {
  clock += 600_000;
  vi.useFakeTimers({ toFake: ['Date'], now: clock });
});
afterAll(() => vi.useRealTimers());
const pass = (seconds: number) => {
  clock += seconds * 1000;
  vi.setSystemTime(clock);
};

describe('signing in', () => {
  it('says the same of an unknown e-mail and a wrong password', async () => {
    const { email } = await person();
    expect(await complaint(signIn(email, caller(), 'wrong'))).toBe('account.error.signIn.wrong');
    expect(await complaint(signIn('nobody@example.test'))).toBe('account.error.signIn.wrong');
    const { email: none } = await person({ passwordHash: null });
    expect(await complaint(signIn(none))).toBe('account.error.signIn.wrong');
  });

  it('says that an account is disabled only to who knows its password', async () => {
    const { email } = await person({ disabledAt: new Date() });
    expect(await complaint(signIn(email, caller(), 'wrong'))).toBe('account.error.signIn.wrong');
    expect(await complaint(signIn(email))).toBe('account.error.signIn.disabled');
  });

  it('is refused after too many tries, with the minutes to wait, also with the right password', async () => {
    const { email } = await person();
    const by = caller();
    for (let i = 0; i < 10; i += 1) await complaint(signIn(email, by, 'wrong'));
    await expect(signIn(email, by)).rejects.toMatchObject({
      code: 'limited',
      detail: { key: 'account.error.limited', params: { minutes: 15 } },
    });
    await signIn(email);
  });

  it('forgets earlier tries once it succeeded', async () => {
    const { email } = await person();
    const by = caller();
    for (let i = 0; i < 9; i += 1) await complaint(signIn(email, by, 'wrong'));
    await signIn(email, by);
    expect(await complaint(signIn(email, by, 'wrong'))).toBe('account.error.signIn.wrong');
  });
});

describe('devices', () => {
  it('are listed for their person alone, and signed out one, all others, or all', async () => {
    const mine = await person();
    const other = await person();
    const [here, there, third] = [
      await signIn(mine.email),
      await signIn(mine.email),
      await signIn(mine.email),
    ];
    await signIn(other.email);
    expect((await listDevices(mine.actor)).map(({ id }) => id).sort()).toEqual(
      [here, there, third].map(({ sessionId }) => sessionId).sort(),
    );
    expect(await complaint(revokeSession(other.actor, here.sessionId))).toBe('notFound');
    await revokeSession(mine.actor, third.sessionId);
    expect(await complaint(revokeSession(mine.actor, third.sessionId))).toBe('notFound');
    expect(await signOutEverywhere(mine.actor, here.sessionId)).toEqual({ count: 1 });
    expect((await listDevices(mine.actor)).map(({ id }) => id)).toEqual([here.sessionId]);
    await endSession(here.sessionId);
    expect(await listDevices(mine.actor)).toEqual([]);
    expect(await listDevices(other.actor)).toHaveLength(1);
    expect(await listDevices({ kind: 'visitor' })).toEqual([]);
  });
});

describe('a second factor', () => {
  async function enrolled() {
    const mine = await person();
    const { sessionId } = await signIn(mine.email);
    const setup = await beginTotp(mine.actor);
    const secret = setup?.secret ?? '';
    const { codes } = await confirmTotp(
      mine.actor,
      { code: totpCode(secret, new Date()) },
      sessionId,
    );
    pass(30);
    return { ...mine, secret, codes, sessionId };
  }

  it('is on after a right first code, with its secret sealed and ten recovery codes hashed', async () => {
    const mine = await person();
    const setup = await beginTotp(mine.actor);
    expect((await beginTotp(mine.actor))?.secret).toBe(setup?.secret);
    expect(await complaint(confirmTotp(mine.actor, { code: '000000' }))).toMatchObject({
      code: { key: 'account.error.totp.wrong' },
    });
    const { codes } = await confirmTotp(mine.actor, {
      code: totpCode(setup?.secret ?? '', new Date()),
    });
    expect(codes).toHaveLength(10);
    const [account] = await getDatabase()
      .select()
      .from(accounts)
      .where(eq(accounts.id, mine.accountId));
    expect(account?.totpSecret).not.toContain(setup?.secret);
    const kept = await getDatabase()
      .select()
      .from(recoveryCodes)
      .where(eq(recoveryCodes.accountId, mine.accountId));
    expect(kept.map(({ hash }) => hash)).not.toEqual(expect.arrayContaining(codes));
    expect(await beginTotp(mine.actor)).toBeNull();
  });

  it('keeps a new session shut until its code is given, and takes each code once', async () => {
    const mine = await enrolled();
    const started = await signIn(mine.email);
    expect(started.needsCode).toBe(true);
    const before = await sessionOf(started.sessionId);
    expect(before?.secondFactorAt).toBeNull();
    expect((before?.expiresAt.getTime() ?? 0) - Date.now()).toBeLessThanOrEqual(600_000);
    const code = totpCode(mine.secret, new Date());
    await giveSecondFactor(caller(), { code }, started.sessionId);
    expect((await sessionOf(started.sessionId))?.secondFactorAt).toBeInstanceOf(Date);
    const again = await signIn(mine.email);
    expect(await complaint(giveSecondFactor(caller(), { code }, again.sessionId))).toMatchObject({
      code: { key: 'account.error.totp.wrong' },
    });
    pass(30);
    const fresh = totpCode(mine.secret, new Date());
    await giveSecondFactor(caller(), { code: fresh }, again.sessionId);
  });

  it('accepts a recovery code instead, once, also of two at the same time', async () => {
    const mine = await enrolled();
    const [one, two] = [await signIn(mine.email), await signIn(mine.email)];
    const code = (mine.codes[0] ?? '').toUpperCase().replace('-', ' ');
    const results = await Promise.allSettled(
      [one, two].map(({ sessionId }) => giveSecondFactor(caller(), { code }, sessionId)),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await countRecoveryCodes(mine.actor)).toBe(9);
  });

  it('limits guesses per account, whatever the address', async () => {
    const mine = await enrolled();
    const { sessionId } = await signIn(mine.email);
    const guesses: unknown[] = [];
    for (let i = 0; i < 9; i += 1) {
      guesses.push(await complaint(giveSecondFactor(caller(), { code: '000000' }, sessionId)));
    }
    expect(guesses.at(-1)).toBe('account.error.limited');
  });

  it('is turned off with password and code only', async () => {
    const mine = await enrolled();
    const code = () => totpCode(mine.secret, new Date());
    expect(
      await complaint(disableTotp(mine.actor, { code: code(), password: 'wrong' })),
    ).toMatchObject({ password: { key: 'account.error.currentPassword' } });
    expect(await complaint(disableTotp(mine.actor, { code: '000000', password }))).toMatchObject({
      code: { key: 'account.error.totp.wrong' },
    });
    await disableTotp(mine.actor, { code: code(), password });
    expect((await signIn(mine.email)).needsCode).toBe(false);
  });

  it('renews recovery codes; the old ones stop working', async () => {
    const mine = await enrolled();
    const { codes } = await remakeRecoveryCodes(mine.actor, {
      code: totpCode(mine.secret, new Date()),
    });
    const { sessionId } = await signIn(mine.email);
    expect(
      await complaint(giveSecondFactor(caller(), { code: mine.codes[0] }, sessionId)),
    ).toMatchObject({ code: {} });
    await giveSecondFactor(caller(), { code: codes[0] }, sessionId);
  });

  it('cannot be given to a session that ended, or that owes none', async () => {
    const mine = await enrolled();
    const { sessionId } = await signIn(mine.email);
    await endSession(sessionId);
    const code = totpCode(mine.secret, new Date());
    expect(await complaint(giveSecondFactor(caller(), { code }, sessionId))).toBe('signedOut');
    expect(await complaint(giveSecondFactor(caller(), { code }, mine.sessionId))).toBe('signedOut');
    expect(await complaint(giveSecondFactor(caller(), { code }, undefined))).toBe('signedOut');
  });
});

describe('a provider', () => {
  const issuer = 'https://login.example.test';

  it('signs the same person in again, makes an account at first, and needs a confirmed e-mail', async () => {
    const subject = `sub-${next()}`;
    const email = `oidc${next()}@example.test`;
    expect(
      await complaint(
        signInWithProvider(caller(), { issuer, subject, email, emailVerified: false }),
      ),
    ).toBe('account.error.signIn.providerEmail');
    const first = await signInWithProvider(caller(), {
      issuer,
      subject,
      email,
      emailVerified: true,
      name: '王芳',
    });
    const second = await signInWithProvider(caller(), { issuer, subject });
    expect(second.accountId).toBe(first.accountId);
    const elsewhere = signInWithProvider(caller(), {
      issuer: 'https://other.example.test',
      subject,
    });
    expect(await complaint(elsewhere)).toBe('account.error.signIn.providerEmail');
  });

  it('drops the password of a registration that nobody had confirmed', async () => {
    const { email, accountId } = await person({ emailVerifiedAt: null });
    const started = await signInWithProvider(caller(), {
      issuer,
      subject: `sub-${next()}`,
      email,
      emailVerified: true,
    });
    expect(started.accountId).toBe(accountId);
    expect(await complaint(signIn(email))).toBe('account.error.signIn.wrong');
  });

  it('does not let a disabled account in', async () => {
    const { email } = await person({ disabledAt: new Date() });
    const attempt = signInWithProvider(caller(), {
      issuer,
      subject: `sub-${next()}`,
      email,
      emailVerified: true,
    });
    expect(await complaint(attempt)).toBe('account.error.signIn.disabled');
  });
});
