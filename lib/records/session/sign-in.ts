import { and, eq } from 'drizzle-orm';
import { accounts, providerLinks, sessions } from '@/db/schema';
import type { Actor } from '@/lib/auth/actor';
import { forgive, spend } from '@/lib/auth/limit';
import { verifyPassword } from '@/lib/auth/password';
import { parseInput } from '@/lib/engine/parse';
import { type Context, withActor } from '@/lib/engine/with-actor';
import { notFound, refused } from '@/lib/errors';
import type { Locale } from '@/lib/i18n/locales';
import { newId } from '@/lib/ids';
import { changeAccountIn, doorkeeper } from '@/lib/records/account/as-account';
import { emailField, signInInput } from '@/lib/records/account/schema';
import { settingReader } from '@/lib/settings/read';

/** Time to type the one-time code before the sign-in has to start over. */
const SECOND_FACTOR_MINUTES = 10;

export interface Started {
  sessionId: string;
  accountId: string;
  /** The session is of no use until the one-time code is given. */
  needsCode: boolean;
  locale: Locale;
  /** How long the browser may keep the cookie. */
  days: number;
}

type Account = typeof accounts.$inferSelect;

/**
 * Starts a session by e-mail and password. An unknown e-mail and a wrong password take the same path, the same time
 * and the same sentence.
 * @throws DomainError refused `account.error.signIn.*`, invalid, limited
 */
export async function signInWithPassword(actor: Actor, input: unknown): Promise<Started> {
  const { email, password } = parseInput(signInInput, input);
  const pair = `${email} ${actor.origin?.ip ?? ''}`;
  await spend({
    'limit.signIn': pair,
    'limit.signInAccount': email,
    'limit.signInAddress': actor.origin?.ip,
  });
  const gate = doorkeeper('sign-in', actor);
  const [account] = await withActor(gate, ({ tx }) =>
    tx.select().from(accounts).where(eq(accounts.email, email)),
  );
  const right = await verifyPassword(account?.passwordHash, password);
  if (!account || !right) throw refused('account.error.signIn.wrong');
  if (account.disabledAt) throw refused('account.error.signIn.disabled');
  if (!account.emailVerifiedAt) throw refused('account.error.signIn.unverified');
  return withActor(gate, async (context) => {
    await forgive(context.tx, 'limit.signIn', pair);
    return startIn(context, actor, account, 'password');
  });
}

/** What an OpenID Connect provider says of a person. */
export interface ProviderPerson {
  issuer: string;
  subject: string;
  email?: string | null;
  emailVerified?: boolean;
  name?: string | null;
}

/**
 * Starts a session for a person a provider vouches for: by its link, else by its confirmed e-mail, else with a new
 * account.
 * @throws DomainError refused when the provider does not confirm the e-mail, or the account is disabled
 */
export function signInWithProvider(actor: Actor, person: ProviderPerson): Promise<Started> {
  return withActor(doorkeeper('provider sign-in', actor), async (context) => {
    const account = await accountOfProvider(context, actor, person);
    if (account.disabledAt) throw refused('account.error.signIn.disabled');
    return startIn(context, actor, account, 'provider');
  });
}

/** Starts the first session of an account that was made by accepting an invitation just now. */
export function signInAfterInvitation(actor: Actor, accountId: string): Promise<Started> {
  return withActor(doorkeeper('first sign-in', actor), async (context) => {
    const [account] = await context.tx.select().from(accounts).where(eq(accounts.id, accountId));
    if (!account) throw notFound();
    return startIn(context, actor, account, 'invitation');
  });
}

async function accountOfProvider(
  context: Context,
  actor: Actor,
  { issuer, subject, ...person }: ProviderPerson,
): Promise<Account> {
  const { tx, now } = context;
  const [linked] = await tx
    .select({ account: accounts })
    .from(providerLinks)
    .innerJoin(accounts, eq(accounts.id, providerLinks.accountId))
    .where(and(eq(providerLinks.issuer, issuer), eq(providerLinks.subject, subject)));
  if (linked) return linked.account;
  const email = emailField.safeParse(person.email ?? '');
  if (!email.success || !person.emailVerified) throw refused('account.error.signIn.providerEmail');
  const [known] = await tx.select().from(accounts).where(eq(accounts.email, email.data));
  const id = known?.id ?? newId('account', now);
  const name = person.name?.trim().slice(0, 60) || (email.data.split('@')[0] as string);
  // An unconfirmed registration under this e-mail may be somebody else's: its password goes.
  const fields = known?.emailVerifiedAt
    ? { updatedAt: now }
    : { name, passwordHash: null, emailVerifiedAt: now, updatedAt: now };
  const [account] = await tx
    .insert(accounts)
    .values({ id, email: email.data, name, emailVerifiedAt: now, createdAt: now, updatedAt: now })
    .onConflictDoUpdate({ target: accounts.email, set: fields })
    .returning();
  if (!account) throw new Error('the account of the provider was not written');
  await tx.insert(providerLinks).values({ issuer, subject, accountId: id, createdAt: now });
  await changeAccountIn(context, id, actor, 'linkProvider', async () => ({
    after: { issuer, subject },
    value: undefined,
  }));
  return account;
}

async function startIn(
  context: Context,
  actor: Actor,
  account: Account,
  method: 'password' | 'provider' | 'invitation',
): Promise<Started> {
  const { tx, now } = context;
  const needsCode = account.totpConfirmedAt !== null;
  const days = await settingReader(tx, now)('account.sessionDays');
  const lasts = needsCode ? SECOND_FACTOR_MINUTES * 60_000 : days * 86_400_000;
  const sessionId = newId('session', now);
  return changeAccountIn(context, account.id, actor, 'signIn', async () => {
    await tx.insert(sessions).values({
      id: sessionId,
      accountId: account.id,
      ip: actor.origin?.ip ?? null,
      userAgent: actor.origin?.userAgent?.slice(0, 300) ?? null,
      createdAt: now,
      lastSeenAt: now,
      // Real time: so does the browser's cookie.
      expiresAt: new Date(Date.now() + lasts),
    });
    return {
      after: { sessionId, method },
      value: {
        sessionId,
        accountId: account.id,
        needsCode,
        locale: account.locale === 'en' ? 'en' : 'zh-CN',
        days,
      },
    };
  });
}
