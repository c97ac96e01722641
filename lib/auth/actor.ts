import type { Permission } from './permissions';

export const OPERATOR_ROLES = ['reviewer', 'arbiter', 'finance', 'admin'] as const;
export type OperatorRole = (typeof OPERATOR_ROLES)[number];

/** Where a request came from; written into the evidence. */
export interface Origin {
  ip?: string;
  userAgent?: string;
  requestId?: string;
}

export interface Visitor {
  kind: 'visitor';
}
/** A signed-in person or company acting for itself: buys, applies to become a merchant. */
export interface Buyer {
  kind: 'buyer';
  accountId: string;
}
/** A person acting for a merchant. `products: null` means every product of the merchant. */
export interface Member {
  kind: 'member';
  accountId: string;
  merchantId: string;
  memberId: string;
  owner: boolean;
  permissions: readonly Permission[];
  products: readonly string[] | null;
  /** The merchant left the marketplace: its members read on, and do nothing more (onboarding.md 6.1). */
  readOnly?: true;
}
/** Platform staff. */
export interface Operator {
  kind: 'operator';
  accountId: string;
  roles: readonly OperatorRole[];
}
/** The platform itself: sweeps, jobs, consequences of another event (`cause` names it). */
export interface System {
  kind: 'system';
  cause: string;
}

export type Actor = (Visitor | Buyer | Member | Operator | System) & { origin?: Origin };

export const system = (cause: string): Actor => ({ kind: 'system', cause });
export const VISITOR: Actor = { kind: 'visitor' };

/** The account behind an actor, if there is one. */
export function accountOf(actor: Actor): string | undefined {
  return 'accountId' in actor ? actor.accountId : undefined;
}

/** What the evidence keeps of an actor. */
export function actorRecord(actor: Actor): Record<string, string> {
  const record: Record<string, string> = { kind: actor.kind };
  if ('accountId' in actor) record.accountId = actor.accountId;
  if (actor.kind === 'member') record.merchantId = actor.merchantId;
  if (actor.kind === 'system') record.cause = actor.cause;
  if (actor.origin?.ip) record.ip = actor.origin.ip;
  if (actor.origin?.userAgent) record.userAgent = actor.origin.userAgent.slice(0, 300);
  return record;
}
