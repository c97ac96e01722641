import { eq } from 'drizzle-orm';
import { accounts } from '@/db/schema';
import { type Actor, accountOf } from '@/lib/auth/actor';
import { spend } from '@/lib/auth/limit';
import { hashPassword, verifyPassword } from '@/lib/auth/password';
import { parseInput } from '@/lib/engine/parse';
import { withActor } from '@/lib/engine/with-actor';
import { DomainError, invalid, notFound } from '@/lib/errors';
import type { Locale } from '@/lib/i18n/locales';
import { revokeSessionsIn } from '@/lib/records/session/revoke';
import { changeAccountIn, doorkeeper } from './as-account';
import { changePasswordInput, profileInput } from './schema';
import { refuseFullPhone } from './sign-up';

function mine(actor: Actor): string {
  const id = accountOf(actor);
  if (!id) throw new DomainError('signedOut');
  return id;
}

/**
 * Changes name, mobile number and language of one's own account.
 * @throws DomainError invalid, also when the mobile number owns enough accounts
 */
export async function changeProfile(actor: Actor, input: unknown): Promise<{ locale: Locale }> {
  const accountId = mine(actor);
  const values = parseInput(profileInput, input);
  await spend({ 'limit.sensitive': accountId });
  return withActor(doorkeeper('change profile', actor), async (context) => {
    const { tx, now } = context;
    const [before] = await tx
      .select()
      .from(accounts)
      .where(eq(accounts.id, accountId))
      .for('update');
    if (!before) throw notFound();
    if (values.phone !== before.phone) await refuseFullPhone(context, values.phone, before.email);
    return changeAccountIn(context, accountId, actor, 'changeProfile', async () => {
      await tx
        .update(accounts)
        .set({ ...values, updatedAt: now })
        .where(eq(accounts.id, accountId));
      return {
        before: { name: before.name, phone: before.phone, locale: before.locale },
        after: values,
        value: { locale: values.locale },
      };
    });
  });
}

/**
 * Changes the password and signs out every other device.
 * @param keepSessionId the session that asks; it stays
 * @throws DomainError invalid (`current` wrong), limited
 */
export async function changePassword(
  actor: Actor,
  input: unknown,
  keepSessionId?: string,
): Promise<void> {
  const accountId = mine(actor);
  const { current, password } = parseInput(changePasswordInput, input);
  await spend({ 'limit.sensitive': accountId });
  const [account] = await withActor(actor, ({ tx }) =>
    tx.select().from(accounts).where(eq(accounts.id, accountId)),
  );
  if (!account) throw notFound();
  if (!(await verifyPassword(account.passwordHash, current))) {
    throw invalid({ current: 'account.error.currentPassword' });
  }
  const passwordHash = await hashPassword(password);
  await withActor(actor, (context) =>
    changeAccountIn(context, accountId, actor, 'changePassword', async ({ tx, now }) => {
      await tx
        .update(accounts)
        .set({ passwordHash, updatedAt: now })
        .where(eq(accounts.id, accountId));
      await revokeSessionsIn(tx, { accountId, now, except: keepSessionId });
      return { value: undefined, notify: ['self'] };
    }),
  );
}
