import { and, eq, isNull } from 'drizzle-orm';
import { accounts, invitations, members } from '@/db/schema';
import type { Actor } from '@/lib/auth/actor';
import { spend } from '@/lib/auth/limit';
import { hashSecret, newSecret } from '@/lib/auth/secret';
import { parseInput } from '@/lib/engine/parse';
import { openFence } from '@/lib/engine/with-actor';
import { invalid, notFound } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { checkAccess, countSeats, isOpen, lockSeats, scopeOf } from './access';
import { changeOfMerchant } from './change-of-merchant';
import { inviteInput } from './schema';

/**
 * Invites somebody by e-mail; a link in the mail makes or uses an account. A newer invitation to the same address
 * replaces the earlier one.
 * @throws DomainError forbidden, invalid (already a member, no seat left, unknown group or product), limited
 */
export async function inviteMember(actor: Actor, input: unknown): Promise<{ id: string }> {
  const values = parseInput(inviteInput, input);
  await spend({ 'limit.mailTo': values.email, 'limit.mailFrom': actor.origin?.ip });
  const spec = { noun: 'member', action: 'invite', permission: 'member.manage' } as const;
  return changeOfMerchant(actor, spec, async ({ tx, now, setting }, { merchantId, accountId }) => {
    await lockSeats(tx, merchantId);
    await checkAccess(tx, merchantId, values);
    // Accounts are not the merchant's own rows; only whether this one is a member already is looked at.
    await openFence(tx);
    const [known] = await tx
      .select({ id: members.id, locale: accounts.locale })
      .from(members)
      .innerJoin(accounts, eq(accounts.id, members.accountId))
      .where(
        and(
          eq(members.merchantId, merchantId),
          eq(accounts.email, values.email),
          isNull(members.removedAt),
        ),
      );
    if (known) throw invalid({ email: 'member.error.already' });
    await tx
      .update(invitations)
      .set({ revokedAt: now })
      .where(
        and(
          eq(invitations.merchantId, merchantId),
          eq(invitations.email, values.email),
          isOpen(now),
        ),
      );
    const { used, invited, most } = await countSeats(tx, setting, merchantId, now);
    if (used + invited >= most) {
      throw invalid({ email: { key: 'member.error.noSeat', params: { most } } });
    }
    const [inviter] = await tx
      .select({ locale: accounts.locale })
      .from(accounts)
      .where(eq(accounts.id, accountId));
    const id = newId('invitation', now);
    const token = newSecret();
    const days = await setting('member.inviteWithinDays');
    const row = {
      id,
      merchantId,
      email: values.email,
      groupIds: values.groupIds,
      products: scopeOf(values),
    };
    await tx.insert(invitations).values({
      ...row,
      locale: inviter?.locale ?? 'zh-CN',
      hash: hashSecret(token),
      invitedBy: accountId,
      createdAt: now,
      expiresAt: new Date(now.getTime() + days * 86_400_000),
    });
    return {
      subjectId: id,
      after: row,
      value: { id },
      notify: ['invitee'],
      params: { token, days },
    };
  });
}

/**
 * Takes an invitation back; its link stops working.
 * @throws DomainError notFound when it is not open any more
 */
export function revokeInvitation(actor: Actor, id: string): Promise<void> {
  const spec = { noun: 'member', action: 'revokeInvitation', permission: 'member.manage' } as const;
  return changeOfMerchant(actor, spec, async ({ tx, now }, { merchantId }) => {
    const [gone] = await tx
      .update(invitations)
      .set({ revokedAt: now })
      .where(and(eq(invitations.id, id), eq(invitations.merchantId, merchantId), isOpen(now)))
      .returning({ email: invitations.email });
    if (!gone) throw notFound();
    return { subjectId: id, before: { email: gone.email }, value: undefined };
  });
}
