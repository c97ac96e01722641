import { and, eq, gt, isNull } from 'drizzle-orm';
import { cookies, headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { decode } from 'next-auth/jwt';
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
import { can, PERMISSIONS, type Permission } from './permissions';
import type { Portal, Viewer } from './viewer';

export const SESSION_COOKIES = ['__Secure-next-auth.session-token', 'next-auth.session-token'];
export const MERCHANT_COOKIE = 'guildhall-merchant';

interface Identity {
  sessionId: string;
  account: typeof accounts.$inferSelect;
  memberships: Omit<Member, 'origin'>[];
  operator: Omit<Operator, 'origin'> | null;
  merchantNames: Map<string, string>;
}

/** The session's row id inside the signed cookie, or nothing. */
export async function sessionId(): Promise<string | undefined> {
  const jar = await cookies();
  const token = SESSION_COOKIES.map((name) => jar.get(name)?.value).find(Boolean);
  const secret = env().AUTH_SECRET;
  if (!token) return undefined;
  const claims = await decode({ token, secret }).catch(() => null);
  return typeof claims?.sid === 'string' ? claims.sid : undefined;
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

/**
 * Who is signed in, read from the database on every request, so that a revoked session, a removed member or a
 * disabled operator is out at once.
 */
export const currentIdentity = cache(async (): Promise<Identity | null> => {
  const id = await sessionId();
  if (!id) return null;
  return withActor(system('session'), async ({ tx, now }) => {
    const [found] = await tx
      .select({ account: accounts, operator: operators })
      .from(sessions)
      .innerJoin(accounts, eq(accounts.id, sessions.accountId))
      .leftJoin(operators, and(eq(operators.accountId, accounts.id), isNull(operators.disabledAt)))
      .where(
        and(
          eq(sessions.id, id),
          isNull(sessions.revokedAt),
          gt(sessions.expiresAt, now),
          isNull(accounts.disabledAt),
        ),
      );
    if (!found) return null;
    const { account, operator } = found;
    const rows = await tx
      .select({
        member: members,
        merchantName: merchants.name,
        permissions: memberGroups.permissions,
      })
      .from(members)
      .innerJoin(merchants, eq(merchants.id, members.merchantId))
      .leftJoin(memberGroupMembers, eq(memberGroupMembers.memberId, members.id))
      .leftJoin(memberGroups, eq(memberGroups.id, memberGroupMembers.groupId))
      .where(and(eq(members.accountId, account.id), isNull(members.removedAt)));
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
      });
    }
    return {
      sessionId: id,
      account,
      memberships: [...byMember.values()],
      merchantNames,
      operator: operator
        ? { kind: 'operator', accountId: account.id, roles: operator.roles }
        : null,
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
  redirect(path ? `/sign-in?next=${encodeURIComponent(path)}` : '/sign-in');
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
  if (!(await currentIdentity())) return signIn();
  const actor = await actorFor('ops');
  if (actor?.kind !== 'operator' || !can(actor, permission)) notFound();
  return actor;
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
      href: HOME.merchant,
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
