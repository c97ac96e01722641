import { and, eq } from 'drizzle-orm';
import { accounts, invitations, members, merchants } from '@/db/schema';
import { type Actor, accountOf } from '@/lib/auth/actor';
import { spend } from '@/lib/auth/limit';
import { hashPassword } from '@/lib/auth/password';
import { hashSecret } from '@/lib/auth/secret';
import { changeIn } from '@/lib/engine/change';
import { parseInput } from '@/lib/engine/parse';
import { type Context, withActor } from '@/lib/engine/with-actor';
import { DomainError, invalid, refused } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { changeAccountIn, doorkeeper, personOf } from '@/lib/records/account/as-account';
import { tokenInput } from '@/lib/records/account/schema';
import { refuseFullPhone } from '@/lib/records/account/sign-up';
import { currentAgreement } from '@/lib/records/agreement/queries';
import { documentOf, sign } from '@/lib/records/agreement/sign';
import { isOpen, setGroups } from './access';
import { acceptNewInput } from './schema';

export interface InvitationView {
  email: string;
  merchantName: string;
  /** An account with this e-mail exists: it signs in; else one is made here. */
  hasAccount: boolean;
}

type Invitation = typeof invitations.$inferSelect;

async function findInvitation(
  { tx, now }: Context,
  token: string,
): Promise<Invitation | undefined> {
  const [found] = await tx
    .select()
    .from(invitations)
    .where(and(eq(invitations.hash, hashSecret(token)), isOpen(now)))
    .for('update');
  return found;
}

/** What the page behind an invitation's link says; null when the link cannot be used. */
export function getInvitation(actor: Actor, token: string): Promise<InvitationView | null> {
  return withActor(doorkeeper('invitation link', actor), async (context) => {
    const { tx } = context;
    const invitation = await findInvitation(context, token);
    if (!invitation) return null;
    const [merchant] = await tx
      .select({ name: merchants.name })
      .from(merchants)
      .where(eq(merchants.id, invitation.merchantId));
    const [account] = await tx
      .select({ id: accounts.id })
      .from(accounts)
      .where(eq(accounts.email, invitation.email));
    return {
      email: invitation.email,
      merchantName: merchant?.name ?? '',
      hasAccount: account !== undefined,
    };
  });
}

/**
 * Accepts as the signed-in account, which must be the one that was invited.
 * @throws DomainError signedOut, refused (`badInvitation`, `otherAccount`), limited
 */
export async function acceptInvitation(
  actor: Actor,
  input: unknown,
): Promise<{ merchantId: string }> {
  const { token } = parseInput(tokenInput, input);
  await spend({ 'limit.token': actor.origin?.ip });
  const accountId = accountOf(actor);
  if (!accountId) throw new DomainError('signedOut');
  return withActor(doorkeeper('accept invitation', actor), async (context) => {
    const invitation = await findInvitation(context, token);
    if (!invitation) throw refused('member.error.badInvitation');
    const [account] = await context.tx.select().from(accounts).where(eq(accounts.id, accountId));
    if (account?.email !== invitation.email) throw refused('member.error.otherAccount');
    return joinIn(context, actor, invitation, accountId);
  });
}

/**
 * Accepts by making an account: the link proves the mailbox. Such an account is a sub-account (onboarding.md 1.1 A5).
 * @throws DomainError invalid, refused (`badInvitation`, `accountExists`), limited
 */
export async function acceptAsNewAccount(
  actor: Actor,
  input: unknown,
): Promise<{ merchantId: string; accountId: string; email: string }> {
  const values = parseInput(acceptNewInput, input);
  await spend({ 'limit.token': actor.origin?.ip, 'limit.signUp': actor.origin?.ip });
  const passwordHash = await hashPassword(values.password);
  return withActor(doorkeeper('accept invitation', actor), async (context) => {
    const { tx, now } = context;
    const invitation = await findInvitation(context, values.token);
    if (!invitation) throw refused('member.error.badInvitation');
    const { email } = invitation;
    const [known] = await tx.select().from(accounts).where(eq(accounts.email, email)).for('update');
    if (known?.emailVerifiedAt) throw refused('member.error.accountExists');
    const agreement = await currentAgreement(tx, 'registration', now);
    if (agreement && agreement.id !== values.agreementId) {
      throw invalid({ agreement: 'account.error.agreementChanged' });
    }
    await refuseFullPhone(context, values.phone, email);
    const accountId = known?.id ?? newId('account', now);
    const fields = {
      name: values.name,
      phone: values.phone,
      locale: values.locale,
      passwordHash,
      emailVerifiedAt: now,
      isSubAccount: true,
      updatedAt: now,
    };
    await tx
      .insert(accounts)
      .values({ id: accountId, email, createdAt: now, ...fields })
      .onConflictDoUpdate({ target: accounts.email, set: fields });
    if (agreement) {
      await sign(tx, {
        document: documentOf(agreement),
        party: 'buyer',
        accountId,
        subject: { noun: 'account', id: accountId },
        at: now,
        ...(actor.origin ? { origin: actor.origin } : {}),
      });
    }
    await changeAccountIn(context, accountId, actor, 'signUp', async () => ({
      after: { name: values.name, email, phone: values.phone, isSubAccount: true },
      value: undefined,
    }));
    const { merchantId } = await joinIn(context, actor, invitation, accountId);
    return { merchantId, accountId, email };
  });
}

/** Makes the member, or brings a removed one back, with what the invitation says. */
async function joinIn(
  context: Context,
  actor: Actor,
  invitation: Invitation,
  accountId: string,
): Promise<{ merchantId: string }> {
  const { tx, now } = context;
  const { merchantId, groupIds, products } = invitation;
  const spec = { noun: 'member', action: 'accept', permission: 'member.accept' } as const;
  return changeIn(context, personOf(accountId, actor.origin), spec, async () => {
    const [member] = await tx
      .insert(members)
      .values({ id: newId('member', now), merchantId, accountId, products, createdAt: now })
      .onConflictDoUpdate({
        target: [members.merchantId, members.accountId],
        set: { products, removedAt: null, disabledAt: null },
      })
      .returning({ id: members.id });
    if (!member) throw new Error('the member was not written');
    await setGroups(tx, merchantId, member.id, groupIds);
    await tx
      .update(invitations)
      .set({ acceptedAt: now, memberId: member.id })
      .where(eq(invitations.id, invitation.id));
    return {
      subjectId: member.id,
      stream: `merchant:${merchantId}`,
      tenant: { merchantId },
      after: { accountId, email: invitation.email, groupIds, products },
      value: { merchantId },
      notify: ['owner'],
    };
  });
}
