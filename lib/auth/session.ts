import { and, eq, gt, isNull } from 'drizzle-orm';
import { cookies, headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { cache } from 'react';
import {
  accounts,
  memberGroupMembers,
  memberGroups,
  members,
  merchants,
  operators,
  sessions,
} from '@/db/schema';
import { withActor } from '@/lib/engine/with-actor';
import { env } from '@/lib/env';
import {
  type Actor,
  type Buyer,
  type Member,
  type Operator,
  type Origin,
  system,
  VISITOR,
} from './actor';
import { sessionId } from './cookie';
import { can, PERMISSIONS, type Permission } from './permissions';
import type { Portal, Viewer } from './viewer';

export const MERCHANT_COOKIE = 'guildhall-merchant';

/** A session's last use is written down at most this often. */
const SEEN_EVERY_MS = 300_000;

interface Identity {
  sessionId: string;
  account: typeof accounts.$inferSelect;
  memberships: Omit<Member, 'origin'>[];
  operator: Omit<Operator, 'origin'> | null;
  /** Staff who must set up a second factor before they may work (design 3.14). */
  owesSecondFactor: boolean;
  merchantNames: Map<string, string>;
}

/** Where the request came from. */
export async function requestOrigin(): Promise<Origin> {
  const list = await headers();
  const forwarded = list.get('x-forwarded-for')?.split(',')[0]?.trim();
  return {
    ip: forwarded || list.get('x-real-ip') || undefined,
    userAgent: list.get('user-agent') ?? undefined,
    requestId: list.get('x-request-id') ?? undefined,
  };
}

/** The signed-in session with its account, or nothing when it ended, was revoked, or was never there. */
const currentSession = cache(async () => {
  const id = await sessionId();
  if (!id) return null;
  return withActor(system('session'), async ({ tx, now }) => {
    const [found] = await tx
      .select({ session: sessions, account: accounts })
      .from(sessions)
      .innerJoin(accounts, eq(accounts.id, sessions.accountId))
      .where(
        and(
          eq(sessions.id, id),
          isNull(sessions.revokedAt),
          // Cookies live in real time, also where the demo's clock was moved.
          gt(sessions.expiresAt, new Date()),
          isNull(accounts.disabledAt),
        ),
      );
    if (!found) return null;
    if (Math.abs(+now - +found.session.lastSeenAt) > SEEN_EVERY_MS) {
      await tx.update(sessions).set({ lastSeenAt: now }).where(eq(sessions.id, id));
    }
    const owesCode = found.account.totpConfirmedAt !== null && !found.session.secondFactorAt;
    return { ...found, owesCode };
  });
});

/** True between the password and the one-time code: such a session opens nothing but the page that asks for it. */
export async function owesCode(): Promise<boolean> {
  return (await currentSession())?.owesCode ?? false;
}

/**
 * Who is signed in, read from the database on every request, so that a revoked session, a removed member or a
 * disabled operator is out at once.
 */
export const currentIdentity = cache(async (): Promise<Identity | null> => {
  const current = await currentSession();
  if (!current || current.owesCode) return null;
  const { account, session } = current;
  return withActor(system('session'), async ({ tx }) => {
    const [operator] = await tx
      .select()
      .from(operators)
      .where(and(eq(operators.accountId, account.id), isNull(operators.disabledAt)));
    const rows = await tx
      .select({
        member: members,
        merchantName: merchants.name,
        exitedAt: merchants.exitedAt,
        permissions: memberGroups.permissions,
      })
      .from(members)
      .innerJoin(merchants, eq(merchants.id, members.merchantId))
      .leftJoin(memberGroupMembers, eq(memberGroupMembers.memberId, members.id))
      .leftJoin(memberGroups, eq(memberGroups.id, memberGroupMembers.groupId))
      .where(
        and(
          eq(members.accountId, account.id),
          isNull(members.removedAt),
          isNull(members.disabledAt),
        ),
      );
    const byMember = new Map<string, Omit<Member, 'origin'>>();
    const merchantNames = new Map<string, string>();
    for (const row of rows) {
      merchantNames.set(row.member.merchantId, row.merchantName);
      const known = byMember.get(row.member.id);
      const granted = (row.permissions ?? []).filter(
        (name): name is Permission => name in PERMISSIONS,
      );
      byMember.set(row.member.id, {
        kind: 'member',
        accountId: account.id,
        merchantId: row.member.merchantId,
        memberId: row.member.id,
        owner: row.member.owner,
        products: row.member.products ?? null,
        permissions: [...new Set([...(known?.permissions ?? []), ...granted])],
        ...(row.exitedAt ? { readOnly: true as const } : {}),
      });
    }
    const owesSecondFactor = Boolean(operator) && !env().DEMO && account.totpConfirmedAt === null;
    return {
      sessionId: session.id,
      account,
      memberships: [...byMember.values()],
      merchantNames,
      operator:
        operator && !owesSecondFactor
          ? { kind: 'operator', accountId: account.id, roles: operator.roles }
          : null,
      owesSecondFactor,
    };
  });
});

async function currentMembership(identity: Identity) {
  const chosen = (await cookies()).get(MERCHANT_COOKIE)?.value;
  return (
    identity.memberships.find(({ merchantId }) => merchantId === chosen) ?? identity.memberships[0]
  );
}

/** The actor under a hat, or null when the person does not wear it. */
export async function actorFor(portal: Portal): Promise<Actor | null> {
  const identity = await currentIdentity();
  if (!identity) return null;
  const origin = await requestOrigin();
  if (portal === 'buyer') return { kind: 'buyer', accountId: identity.account.id, origin };
  const hat = portal === 'merchant' ? await currentMembership(identity) : identity.operator;
  return hat ? { ...hat, origin } : null;
}

async function signIn(): Promise<never> {
  const path = (await headers()).get('x-guildhall-path') ?? '';
  const page = (await owesCode()) ? '/sign-in/code' : '/sign-in';
  redirect(path ? `${page}?next=${encodeURIComponent(path)}` : page);
}

/** Audience of a page: anybody. */
export async function visitor(): Promise<Actor> {
  return (await actorFor('buyer')) ?? { ...VISITOR, origin: await requestOrigin() };
}

/** Audience of a page: a signed-in person acting for itself. Strangers are sent to sign in. */
export async function requireBuyer(): Promise<Buyer & { origin?: Origin }> {
  const actor = await actorFor('buyer');
  if (actor?.kind !== 'buyer') return signIn();
  return actor;
}

/** Audience of a page: a member of a merchant with the permission. Others see that there is nothing. */
export async function requireMerchant(
  permission: Permission,
): Promise<Member & { origin?: Origin }> {
  if (!(await currentIdentity())) return signIn();
  const actor = await actorFor('merchant');
  if (actor?.kind !== 'member' || !can(actor, permission)) notFound();
  return actor;
}

/** Audience of a page: staff with the permission. Others see that there is nothing. */
export async function requireOperator(
  permission: Permission,
): Promise<Operator & { origin?: Origin }> {
  const identity = await currentIdentity();
  if (!identity) return signIn();
  if (identity.owesSecondFactor) redirect('/account/security?required=ops');
  const actor = await actorFor('ops');
  if (actor?.kind !== 'operator' || !can(actor, permission)) notFound();
  return actor;
}

/** The portal whose frame a person's own pages wear: where it works most. */
export async function accountPortal(): Promise<Portal> {
  const identity = await currentIdentity();
  if (identity?.operator) return 'ops';
  return identity?.memberships.length ? 'merchant' : 'buyer';
}

const HOME: Record<Portal, string> = { buyer: '/buyer', merchant: '/merchant', ops: '/ops' };

/** What the frame shows; null for visitors. `portal` is the hat in use. */
export async function currentViewer(portal?: Portal): Promise<Viewer | null> {
  const identity = await currentIdentity();
  if (!identity) return null;
  const { account } = identity;
  const membership = await currentMembership(identity);
  const actor = portal ? await actorFor(portal) : null;
  const hats: Viewer['hats'] = [
    { portal: 'buyer', label: account.name, href: HOME.buyer, current: portal === 'buyer' },
    ...identity.memberships.map((member) => ({
      portal: 'merchant' as const,
      label: identity.merchantNames.get(member.merchantId) ?? '',
      href: identity.memberships.length > 1 ? `/api/ui/hats/${member.merchantId}` : HOME.merchant,
      current: portal === 'merchant' && member.merchantId === membership?.merchantId,
    })),
    ...(identity.operator
      ? [{ portal: 'ops' as const, label: account.name, href: HOME.ops, current: portal === 'ops' }]
      : []),
  ];
  const names = Object.keys(PERMISSIONS) as Permission[];
  return {
    accountId: account.id,
    name: account.name,
    email: account.email,
    hats,
    permissions: actor ? names.filter((permission) => can(actor, permission)) : [],
  };
}
