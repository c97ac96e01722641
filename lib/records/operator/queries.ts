import { and, desc, eq, ilike, isNotNull, isNull, lt, or, sql } from 'drizzle-orm';
import { accounts, operators, sessions } from '@/db/schema';
import type { Actor, OperatorRole } from '@/lib/auth/actor';
import { can } from '@/lib/auth/permissions';
import { withActor } from '@/lib/engine/with-actor';
import { notFound } from '@/lib/errors';
import { PAGE_SIZE, type Page, pageOf } from '@/lib/list/keyset';

export interface OperatorView {
  id: string;
  accountId: string;
  name: string;
  email: string;
  roles: OperatorRole[];
  version: number;
  disabledAt: Date | null;
  createdAt: Date;
  /** Whether sign-in asks for a one-time code. */
  secondFactor: boolean;
  lastSeenAt: Date | null;
}

export interface OperatorFilter {
  q?: string;
  role?: OperatorRole;
  state?: 'active' | 'disabled';
  after?: string;
}

const lastSeen = sql<string | null>`(
  select max(${sessions.lastSeenAt}) from ${sessions} where ${sessions.accountId} = ${operators.accountId})`;

const columns = {
  id: operators.id,
  accountId: operators.accountId,
  name: accounts.name,
  email: accounts.email,
  roles: operators.roles,
  version: operators.version,
  disabledAt: operators.disabledAt,
  createdAt: operators.createdAt,
  totpConfirmedAt: accounts.totpConfirmedAt,
  lastSeenAt: lastSeen,
};

type Found = Omit<OperatorView, 'secondFactor' | 'lastSeenAt'> & {
  totpConfirmedAt: Date | null;
  lastSeenAt: string | null;
};

const viewOf = ({ totpConfirmedAt, lastSeenAt, ...row }: Found): OperatorView => ({
  ...row,
  secondFactor: totpConfirmedAt !== null,
  lastSeenAt: lastSeenAt === null ? null : new Date(lastSeenAt),
});

/** Platform staff, the newest first. */
export function listOperators(
  actor: Actor,
  filter: OperatorFilter = {},
  size = PAGE_SIZE,
): Promise<Page<OperatorView>> {
  return withActor(actor, async ({ tx }) => {
    if (actor.kind !== 'operator' || !can(actor, 'operator.read')) return { rows: [] };
    const like = filter.q ? `%${filter.q.replace(/[\\%_]/g, '\\$&')}%` : undefined;
    const rows = await tx
      .select(columns)
      .from(operators)
      .innerJoin(accounts, eq(accounts.id, operators.accountId))
      .where(
        and(
          like ? or(ilike(accounts.name, like), ilike(accounts.email, like)) : undefined,
          filter.role ? sql`${operators.roles} ? ${filter.role}` : undefined,
          filter.state === 'disabled' ? isNotNull(operators.disabledAt) : undefined,
          filter.state === 'active' ? isNull(operators.disabledAt) : undefined,
          filter.after ? lt(operators.id, filter.after) : undefined,
        ),
      )
      .orderBy(desc(operators.id))
      .limit(size + 1);
    return pageOf(rows.map(viewOf), ({ id }) => id, size);
  });
}

/** One member of staff. @throws DomainError notFound */
export function getOperator(actor: Actor, id: string): Promise<OperatorView> {
  return withActor(actor, async ({ tx }) => {
    if (actor.kind !== 'operator' || !can(actor, 'operator.read')) throw notFound();
    const [row] = await tx
      .select(columns)
      .from(operators)
      .innerJoin(accounts, eq(accounts.id, operators.accountId))
      .where(eq(operators.id, id));
    if (!row) throw notFound();
    return viewOf(row);
  });
}
