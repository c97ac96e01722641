import { and, eq, gt, isNotNull, ne, or, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { accounts } from '@/db/schema';
import type { Actor } from '@/lib/auth/actor';
import { spend } from '@/lib/auth/limit';
import { hashPassword } from '@/lib/auth/password';
import { parseInput } from '@/lib/engine/parse';
import { type Context, withActor } from '@/lib/engine/with-actor';
import { invalid } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { currentAgreement } from '@/lib/records/agreement/queries';
import { documentOf, sign } from '@/lib/records/agreement/sign';
import { settingReader } from '@/lib/settings/read';
import { changeAccountIn, doorkeeper } from './as-account';
import { signUpInput } from './schema';
import { issueToken } from './token';

/**
 * Registers an account and mails a link that confirms its e-mail; the tick is kept as a signature of
 * the registration agreement. The answer is the same whether the e-mail was known
 * or not: a known one gets a mail that says so instead (no enumeration).
 * @throws DomainError invalid (also when the mobile number owns enough accounts), limited
 */
export async function signUp(actor: Actor, input: unknown): Promise<{ email: string }> {
  const values = parseInput(signUpInput, input);
  await spend({
    'limit.signUp': actor.origin?.ip,
    'limit.mailTo': values.email,
    'limit.mailFrom': actor.origin?.ip,
  });
  const passwordHash = await hashPassword(values.password);
  return withActor(doorkeeper('sign-up', actor), async (context) => {
    const { tx, now } = context;
    const agreement = await currentAgreement(tx, 'registration', now);
    if (agreement && agreement.id !== values.agreementId) {
      throw invalid({ agreement: 'account.error.agreementChanged' });
    }
    await refuseFullPhone(context, values.phone, values.email);
    const [known] = await tx
      .select()
      .from(accounts)
      .where(eq(accounts.email, values.email))
      .for('update');
    if (known?.emailVerifiedAt) {
      await changeAccountIn(context, known.id, actor, 'signUpAgain', async () => ({
        value: undefined,
        notify: ['self'],
      }));
      return { email: values.email };
    }
    const id = known?.id ?? newId('account', now);
    const fields = {
      name: values.name,
      phone: values.phone,
      locale: values.locale,
      passwordHash,
      updatedAt: now,
    };
    await tx
      .insert(accounts)
      .values({ id, email: values.email, createdAt: now, ...fields })
      .onConflictDoUpdate({ target: accounts.email, set: fields });
    if (agreement) {
      await sign(tx, {
        document: documentOf(agreement),
        party: 'buyer',
        accountId: id,
        subject: { noun: 'account', id },
        at: now,
        ...(actor.origin ? { origin: actor.origin } : {}),
      });
    }
    const hours = await settingReader(tx, now)('account.verifyWithinHours');
    const token = await issueToken(tx, {
      accountId: id,
      kind: 'verifyEmail',
      now,
      minutes: hours * 60,
    });
    return changeAccountIn(context, id, actor, 'signUp', async () => ({
      after: {
        name: values.name,
        email: values.email,
        phone: values.phone,
        agreement: agreement && { version: agreement.version, sha256: agreement.sha256 },
      },
      value: { email: values.email },
      notify: ['self'],
      params: { token, hours },
    }));
  });
}

/**
 * One mobile number owns at most `account.perPhone` accounts (onboarding.md 1.1 A2). Unconfirmed ones count while
 * their link can still be used.
 * @throws DomainError invalid on the field `phone`
 */
export async function refuseFullPhone(
  { tx, now }: Context,
  phone: string,
  email: string,
): Promise<void> {
  const setting = settingReader(tx, now);
  const most = await setting('account.perPhone');
  const hours = await setting('account.verifyWithinHours');
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`phone:${phone}`}, 0))`);
  const count = await accountsWithPhone(tx, phone, email, new Date(+now - hours * 3_600_000));
  if (count >= most) {
    throw invalid({ phone: { key: 'account.error.phoneTaken', params: { most } } });
  }
}

async function accountsWithPhone(tx: Tx, phone: string, email: string, since: Date) {
  const [row] = await tx
    .select({ count: sql<number>`count(*)::int` })
    .from(accounts)
    .where(
      and(
        eq(accounts.phone, phone),
        ne(accounts.email, email),
        or(isNotNull(accounts.emailVerifiedAt), gt(accounts.updatedAt, since)),
      ),
    );
  return row?.count ?? 0;
}
