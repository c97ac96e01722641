import { and, desc, eq, ilike, lt, ne, or } from 'drizzle-orm';
import { accounts, identities } from '@/db/schema';
import type { IDENTITY_KINDS, IDENTITY_STATES } from '@/db/schema/identity';
import type { Actor } from '@/lib/auth/actor';
import { can } from '@/lib/auth/permissions';
import { withActor } from '@/lib/engine/with-actor';
import { notFound } from '@/lib/errors';
import { getFiles } from '@/lib/files/queries';
import type { FileSummary } from '@/lib/files/summary';
import { COUNT_CAP, PAGE_SIZE, type Page, pageOf } from '@/lib/list/keyset';
import { settingReader } from '@/lib/settings/read';
import { openIdNumber } from './facts';
import type { IdentityRow } from './machine';

/** A request without its sealed number. */
export type IdentityView = Omit<IdentityRow, 'idNumber'>;

const withoutNumber = ({ idNumber: _, ...row }: IdentityRow): IdentityView => row;

export interface OwnIdentity {
  /** The open request, else the newest one; null before the first. */
  request: IdentityView | null;
  /** What is confirmed now. */
  live: IdentityView | null;
  files: Map<string, FileSummary>;
  /** Working days a request takes at most. */
  days: number;
  now: Date;
}

/** What an account sees of its own real-name verification. */
export function getOwnIdentity(actor: Actor): Promise<OwnIdentity> {
  return withActor(actor, async ({ tx, now }) => {
    if (actor.kind !== 'buyer') throw notFound();
    const rows = await tx
      .select()
      .from(identities)
      .where(and(eq(identities.accountId, actor.accountId), ne(identities.state, 'superseded')))
      .orderBy(desc(identities.id))
      .limit(20);
    const request =
      rows.find(({ state }) => state === 'pending' || state === 'rejected') ?? rows[0] ?? null;
    const live = rows.find(({ state }) => state === 'confirmed') ?? null;
    return {
      request: request && withoutNumber(request),
      live: live && withoutNumber(live),
      files: await getFiles(tx, Object.values(request?.fileIds ?? {})),
      days: await settingReader(tx, now)('identity.reviewWorkingDays'),
      now,
    };
  });
}

export interface IdentityCase {
  request: IdentityView;
  /** In the clear, for comparison with the document. */
  idNumber: string | null;
  account: { id: string; name: string; email: string; phone: string | null; createdAt: Date };
  /** What is confirmed now and would be replaced. */
  live: IdentityView | null;
  /** Other accounts confirmed under the same credit code. */
  sameCompany: { id: string; email: string; name: string }[];
  files: Map<string, FileSummary>;
  now: Date;
}

/** One request as its reviewer sees it. @throws DomainError notFound */
export function getIdentityCase(actor: Actor, id: string): Promise<IdentityCase> {
  return withActor(actor, async ({ tx, now }) => {
    if (actor.kind !== 'operator' || !can(actor, 'identity.read')) throw notFound();
    const [found] = await tx
      .select({
        request: identities,
        account: {
          id: accounts.id,
          name: accounts.name,
          email: accounts.email,
          phone: accounts.phone,
          createdAt: accounts.createdAt,
        },
      })
      .from(identities)
      .innerJoin(accounts, eq(accounts.id, identities.accountId))
      .where(eq(identities.id, id));
    if (!found) throw notFound();
    const { request, account } = found;
    const [live] = await tx
      .select()
      .from(identities)
      .where(
        and(
          eq(identities.accountId, request.accountId),
          eq(identities.state, 'confirmed'),
          ne(identities.id, request.id),
        ),
      );
    const sameCompany = request.creditCode
      ? await tx
          .select({ id: accounts.id, email: accounts.email, name: accounts.name })
          .from(accounts)
          .where(and(eq(accounts.creditCode, request.creditCode), ne(accounts.id, account.id)))
          .limit(10)
      : [];
    const files = [...Object.values(request.fileIds), ...Object.values(live?.fileIds ?? {})];
    return {
      request: withoutNumber(request),
      idNumber: can(actor, 'identity.decide') ? openIdNumber(request.idNumber) : null,
      account,
      live: live ? withoutNumber(live) : null,
      sameCompany,
      files: await getFiles(tx, files),
      now,
    };
  });
}

export interface IdentityFilter {
  q?: string;
  state?: (typeof IDENTITY_STATES)[number];
  kind?: (typeof IDENTITY_KINDS)[number];
  after?: string;
}

export type IdentityListRow = IdentityView & { email: string };

const filtered = ({ q, state, kind }: IdentityFilter) =>
  and(
    state ? eq(identities.state, state) : undefined,
    kind ? eq(identities.kind, kind) : undefined,
    q
      ? or(
          ilike(identities.name, `%${q.replace(/[\\%_]/g, '\\$&')}%`),
          eq(identities.creditCode, q.toUpperCase()),
          eq(accounts.email, q.toLowerCase()),
          eq(identities.id, q),
        )
      : undefined,
  );

/** Requests for operations, newest first. */
export function listIdentities(
  actor: Actor,
  filter: IdentityFilter,
  size = PAGE_SIZE,
): Promise<Page<IdentityListRow>> {
  return withActor(actor, async ({ tx }) => {
    if (actor.kind !== 'operator' || !can(actor, 'identity.read')) return { rows: [] };
    const rows = await tx
      .select({ request: identities, email: accounts.email })
      .from(identities)
      .innerJoin(accounts, eq(accounts.id, identities.accountId))
      .where(and(filtered(filter), filter.after ? lt(identities.id, filter.after) : undefined))
      .orderBy(desc(identities.id))
      .limit(size + 1);
    return pageOf(
      rows.map(({ request, email }) => ({ ...withoutNumber(request), email })),
      ({ id }) => id,
      size,
    );
  });
}

/** How many a list holds, counted up to the cap. */
export function countIdentities(actor: Actor, filter: IdentityFilter): Promise<number> {
  return withActor(actor, async ({ tx }) => {
    if (actor.kind !== 'operator' || !can(actor, 'identity.read')) return 0;
    const rows = await tx
      .select({ id: identities.id })
      .from(identities)
      .innerJoin(accounts, eq(accounts.id, identities.accountId))
      .where(filtered(filter))
      .limit(COUNT_CAP + 1);
    return rows.length;
  });
}
