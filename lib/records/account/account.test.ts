import { and, desc, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { getDatabase } from '@/db/client';
import { accounts, agreementSignatures, messages, outbox, sessions } from '@/db/schema';
import { seedAgreements } from '@/db/seed/agreement';
import { type Actor, system } from '@/lib/auth/actor';
import { hashPassword } from '@/lib/auth/password';
import { withActor } from '@/lib/engine/with-actor';
import { expandNotice } from '@/lib/notify/expand';
import { currentAgreement } from '@/lib/records/agreement/queries';
import { signInWithPassword } from '@/lib/records/session/sign-in';
import { createAccount } from '@/lib/testing/actors';
import { changePassword, changeProfile } from './change';
import { getOwnAccount } from './queries';
import { forgotPassword, resetPassword } from './reset-password';
import { signUp } from './sign-up';
import { getVerification, resendVerification, verifyEmail } from './verify-email';

const database = getDatabase;
let agreementId = '';
let counter = 0;
const next = () => {
  counter += 1;
  return counter;
};

/** Each caller comes from an address of its own, so that limits of one test do not meet another. */
const caller = (): Actor => ({
  kind: 'visitor',
  origin: { ip: `203.0.113.${next()}`, userAgent: 'Test' },
});
const phone = () => `139${String(next()).padStart(8, '0')}`;
const form = (values: object = {}) => ({
  name: '李雷',
  email: `person${next()}@example.test`,
  phone: phone(),
  password: 'correct horse',
  locale: 'zh-CN',
  agreement: 'on',
  agreementId,
  ...values,
});

beforeAll(async () => {
  await seedAgreements();
  const agreement = await withActor(system('test'), ({ tx, now }) =>
    currentAgreement(tx, 'registration', now),
  );
  agreementId = agreement?.id ?? '';
});

async function accountBy(email: string) {
  const [account] = await database().select().from(accounts).where(eq(accounts.email, email));
  return account;
}

/** Sends what is owed and answers the newest mail to an address. */
async function newestMail(email: string) {
  const waiting = await database().select({ id: outbox.id }).from(outbox);
  for (const { id } of waiting) await expandNotice(id);
  const [mail] = await database()
    .select()
    .from(messages)
    .where(and(eq(messages.address, email), eq(messages.channel, 'mail')))
    .orderBy(desc(messages.id))
    .limit(1);
  return mail;
}

const tokenIn = (body: string | undefined) => /token=([\w-]+)/.exec(body ?? '')?.[1] ?? '';

describe('signing up', () => {
  it('makes an account that may sign in once the link of its mail was confirmed', async () => {
    const values = form({ email: ' Han.Meimei@Example.test ' });
    const email = 'han.meimei@example.test';
    expect(await signUp(caller(), values)).toEqual({ email });
    const signIn = { email, password: values.password };
    await expect(signInWithPassword(caller(), signIn)).rejects.toMatchObject({
      detail: { key: 'account.error.signIn.unverified' },
    });
    const token = tokenIn((await newestMail(email))?.body);
    expect(await getVerification(caller(), token)).toEqual({ name: '李雷', email });
    await verifyEmail(caller(), { token });
    const started = await signInWithPassword(caller(), signIn);
    expect(started.needsCode).toBe(false);
    await expect(verifyEmail(caller(), { token })).rejects.toMatchObject({
      detail: { key: 'account.error.verifyEmail.badToken' },
    });
  });

  it('keeps the tick as a signature with version and hash', async () => {
    const { email } = await signUp(caller(), form());
    const account = await accountBy(email);
    const [signature] = await database()
      .select()
      .from(agreementSignatures)
      .where(eq(agreementSignatures.accountId, account?.id ?? ''));
    expect(signature).toMatchObject({ agreementId, kind: 'registration', party: 'buyer' });
    expect(signature?.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it('refuses each wrong field with its own sentence', async () => {
    const complaints = async (values: object) =>
      signUp(caller(), form(values)).then(
        () => ({}),
        (error) =>
          Object.fromEntries(
            Object.entries(error.detail.fields as Record<string, { key: string }>).map(
              ([name, { key }]) => [name, key],
            ),
          ),
      );
    expect(await complaints({ email: 'nobody' })).toEqual({ email: 'form.error.email' });
    expect(await complaints({ email: '' })).toEqual({ email: 'form.error.required' });
    expect(await complaints({ phone: '0571-88880000' })).toEqual({ phone: 'account.error.phone' });
    expect(await complaints({ phone: '+1 202 555 0101' })).toEqual({
      phone: 'account.error.phone',
    });
    expect(await complaints({ password: '1234567' })).toEqual({ password: 'form.error.tooShort' });
    expect(await complaints({ agreement: undefined })).toEqual({
      agreement: 'account.error.agreement',
    });
    expect(await complaints({ agreementId: 'ag_old' })).toEqual({
      agreement: 'account.error.agreementChanged',
    });
    expect(await complaints({ email: 'same@as.password', password: 'same@as.password' })).toEqual({
      password: 'account.error.passwordIsEmail',
    });
    expect(await complaints({ name: '  ' })).toEqual({ name: 'form.error.required' });
    expect(await complaints({ phone: '+86 139-1234-5678' })).toEqual({});
  });

  it('refuses the fourth account of one mobile number, also for four at once', async () => {
    const shared = phone();
    const tries = await Promise.allSettled(
      Array.from({ length: 5 }, () => signUp(caller(), form({ phone: shared }))),
    );
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
    await expect(signUp(caller(), form({ phone: shared }))).rejects.toMatchObject({
      detail: { fields: { phone: { key: 'account.error.phoneTaken' } } },
    });
  });

  it('answers the same for a known e-mail, leaves its account alone, and tells its owner', async () => {
    const email = `known${next()}@example.test`;
    const id = await createAccount({ email, passwordHash: await hashPassword('the old one') });
    const before = await accountBy(email);
    expect(await signUp(caller(), form({ email, password: 'a new one' }))).toEqual({ email });
    expect(await accountBy(email)).toEqual(before);
    expect((await newestMail(email))?.subject).toBe('您已有账号');
    await expect(
      signInWithPassword(caller(), { email, password: 'a new one' }),
    ).rejects.toMatchObject({ detail: { key: 'account.error.signIn.wrong' } });
    expect(id).toBe(before?.id);
  });

  it('voids earlier links when a new one is sent, and says nothing about unknown addresses', async () => {
    const { email } = await signUp(caller(), form());
    const first = tokenIn((await newestMail(email))?.body);
    await resendVerification(caller(), { email });
    const second = tokenIn((await newestMail(email))?.body);
    expect(second).not.toBe(first);
    await expect(verifyEmail(caller(), { token: first })).rejects.toMatchObject({
      code: 'refused',
    });
    await verifyEmail(caller(), { token: second });
    expect(await resendVerification(caller(), { email: 'nobody@example.test' })).toEqual({
      email: 'nobody@example.test',
    });
    expect(await newestMail('nobody@example.test')).toBeUndefined();
  });
});

describe('resetting a password', () => {
  it('answers the same for unknown addresses and mails nobody', async () => {
    const email = 'stranger@example.test';
    expect(await forgotPassword(caller(), { email })).toEqual({ email });
    expect(await newestMail(email)).toBeUndefined();
  });

  it('sets the new password once, signs out everywhere and tells the owner', async () => {
    const email = `forgetful${next()}@example.test`;
    await createAccount({ email, passwordHash: await hashPassword('the old one') });
    const { sessionId } = await signInWithPassword(caller(), { email, password: 'the old one' });
    await forgotPassword(caller(), { email });
    const token = tokenIn((await newestMail(email))?.body);
    await expect(resetPassword(caller(), { token, password: 'short' })).rejects.toMatchObject({
      detail: { fields: { password: { key: 'form.error.tooShort' } } },
    });
    await resetPassword(caller(), { token, password: 'the new one' });
    const [session] = await database().select().from(sessions).where(eq(sessions.id, sessionId));
    expect(session?.revokedAt).toBeInstanceOf(Date);
    await expect(
      signInWithPassword(caller(), { email, password: 'the old one' }),
    ).rejects.toMatchObject({ code: 'refused' });
    await signInWithPassword(caller(), { email, password: 'the new one' });
    await expect(resetPassword(caller(), { token, password: 'another one' })).rejects.toMatchObject(
      { detail: { key: 'account.error.resetPassword.badToken' } },
    );
    expect((await newestMail(email))?.subject).toBe('密码已重置');
  });

  it('does not take a verification link for a reset link', async () => {
    const { email } = await signUp(caller(), form());
    const token = tokenIn((await newestMail(email))?.body);
    await expect(resetPassword(caller(), { token, password: 'long enough' })).rejects.toMatchObject(
      { code: 'refused' },
    );
  });
});

describe('changing one’s own account', () => {
  it('changes the password after the current one, and signs out the other devices only', async () => {
    const email = `changer${next()}@example.test`;
    const accountId = await createAccount({
      email,
      passwordHash: await hashPassword('the old one'),
    });
    const actor: Actor = { kind: 'buyer', accountId };
    const here = await signInWithPassword(caller(), { email, password: 'the old one' });
    const there = await signInWithPassword(caller(), { email, password: 'the old one' });
    await expect(
      changePassword(actor, { current: 'wrong', password: 'the new one' }, here.sessionId),
    ).rejects.toMatchObject({ detail: { fields: { current: {} } } });
    await changePassword(
      actor,
      { current: 'the old one', password: 'the new one' },
      here.sessionId,
    );
    const rows = await database().select().from(sessions).where(eq(sessions.accountId, accountId));
    const revoked = Object.fromEntries(rows.map((row) => [row.id, row.revokedAt !== null]));
    expect(revoked).toEqual({ [here.sessionId]: false, [there.sessionId]: true });
  });

  it('changes name, mobile number and language, and nothing of anybody else', async () => {
    const mine: Actor = { kind: 'buyer', accountId: await createAccount() };
    const other = await createAccount();
    await changeProfile(mine, { name: ' 新名字 ', phone: phone(), locale: 'en' });
    expect(await getOwnAccount(mine)).toMatchObject({ name: '新名字', locale: 'en' });
    const [stranger] = await database().select().from(accounts).where(eq(accounts.id, other));
    expect(stranger?.name).toBe('Test Person');
    expect(await getOwnAccount({ kind: 'visitor' })).toBeNull();
  });
});
