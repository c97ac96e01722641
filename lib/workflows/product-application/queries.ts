import { and, desc, eq, gte, ilike, inArray, isNull, lt, ne, or, type SQL, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { merchantCards, productApplications, productProposals, supportGroups } from '@/db/schema';
import {
  APPLICATION_KINDS,
  APPLICATION_STATES,
  type ProductProposal,
} from '@/db/schema/product-application';
import type { Actor } from '@/lib/auth/actor';
import { can } from '@/lib/auth/permissions';
import { withActor } from '@/lib/engine/with-actor';
import { getFiles } from '@/lib/files/queries';
import type { FileSummary } from '@/lib/files/summary';
import { cappedCount } from '@/lib/list/count';
import { dayFilter, dayRange } from '@/lib/list/filters';
import { PAGE_SIZE, type Page, pageOf } from '@/lib/list/keyset';
import { containing } from '@/lib/search/like';
import { settingReader } from '@/lib/settings/read';
import { proposalOf } from '@/lib/workflows/product/proposal';
import { readLive } from './effects';
import { isLatest } from './facts';
import { fileIdsOf } from './file-fields';
import { type FormContext, readFormContext } from './form-context';
import type { ApplicationRow } from './machine';
import { lastRefused } from './refused';
import type { RuleResult } from './rules/define';
import { runRules } from './rules/run';

export interface ApplicationFilter {
  q?: string | undefined;
  state?: string | undefined;
  kind?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
  productId?: string | undefined;
  after?: string | undefined;
  size?: number;
}

export interface ApplicationItem {
  row: ApplicationRow;
  merchantName: string | null;
  logoFileId: string | null;
}

/** First fence: a member's own merchant and product scope; what has no product yet is the merchant's. */
function visible(actor: Actor): SQL | undefined {
  if (!can(actor, 'productApplication.read')) return sql`false`;
  if (actor.kind !== 'member') return undefined;
  return and(
    eq(productApplications.merchantId, actor.merchantId),
    actor.products
      ? or(
          isNull(productApplications.productId),
          inArray(productApplications.productId, [...actor.products]),
        )
      : undefined,
  );
}

function conditions(actor: Actor, filter: ApplicationFilter): SQL | undefined {
  const words = containing(filter.q);
  const state = APPLICATION_STATES.find((one) => one === filter.state);
  const kind = APPLICATION_KINDS.find((one) => one === filter.kind);
  const { from, to } = dayRange({
    from: dayFilter.parse(filter.from),
    to: dayFilter.parse(filter.to),
  });
  return and(
    visible(actor),
    ne(productApplications.state, 'deleted'),
    state ? eq(productApplications.state, state) : undefined,
    // Drafts are the merchant's own affair.
    actor.kind === 'operator' ? ne(productApplications.state, 'draft') : undefined,
    kind ? eq(productApplications.kind, kind) : undefined,
    filter.productId ? eq(productApplications.productId, filter.productId) : undefined,
    from ? gte(productApplications.createdAt, from) : undefined,
    to ? lt(productApplications.createdAt, to) : undefined,
    words
      ? or(
          ilike(productApplications.name, words),
          eq(productApplications.id, filter.q?.trim() ?? ''),
        )
      : undefined,
  );
}

/** My applications (products.md 4.1), newest first; for operators those of all merchants, drafts left out. */
export function listApplications(
  actor: Actor,
  filter: ApplicationFilter = {},
): Promise<Page<ApplicationItem>> {
  const size = filter.size ?? PAGE_SIZE;
  return withActor(actor, async ({ tx }) => {
    const rows = await tx
      .select({
        row: productApplications,
        merchantName: merchantCards.name,
        logoFileId: sql<string | null>`${productProposals.content} ->> 'logoFileId'`,
      })
      .from(productApplications)
      .leftJoin(productProposals, eq(productProposals.applicationId, productApplications.id))
      .leftJoin(merchantCards, eq(merchantCards.merchantId, productApplications.merchantId))
      .where(
        and(
          conditions(actor, filter),
          filter.after ? lt(productApplications.id, filter.after) : undefined,
        ),
      )
      .orderBy(desc(productApplications.id))
      .limit(size + 1);
    return pageOf(rows, ({ row }) => row.id, size);
  });
}

export const countApplications = (actor: Actor, filter: ApplicationFilter = {}): Promise<number> =>
  withActor(actor, ({ tx }) => cappedCount(tx, productApplications, conditions(actor, filter)));

export interface ApplicationView {
  row: ApplicationRow;
  /** The merchant's shop card. */
  card: typeof merchantCards.$inferSelect | null;
  proposal: ProductProposal;
  /** What is live now, for a modification. */
  live: ProductProposal | undefined;
  /** What was handed in before the last rejection, while its successor waits for review. */
  refused: ProductProposal | undefined;
  form: FormContext;
  results: RuleResult[];
  /** Every file of the proposal, of what is live and of what was refused. */
  files: Map<string, FileSummary>;
  supportGroups: (typeof supportGroups.$inferSelect)[];
  /** A rejected application that has not been followed by another. */
  latest: boolean;
  withdrawable: boolean;
}

/** One application with all that its pages show: form, review and preview. */
export function getApplication(actor: Actor, id: string): Promise<ApplicationView | undefined> {
  return withActor(actor, async ({ tx, now }) => {
    const [found] = await tx
      .select({
        row: productApplications,
        content: productProposals.content,
        card: merchantCards,
      })
      .from(productApplications)
      .innerJoin(productProposals, eq(productProposals.applicationId, productApplications.id))
      .leftJoin(merchantCards, eq(merchantCards.merchantId, productApplications.merchantId))
      .where(and(eq(productApplications.id, id), conditions(actor, {})));
    if (!found) return undefined;
    return { ...found, proposal: found.content, ...(await details(tx, now, found)) };
  });
}

async function details(
  tx: Tx,
  now: Date,
  { row, content }: { row: ApplicationRow; content: ProductProposal },
) {
  const setting = settingReader(tx, now);
  const form = await readFormContext(tx, setting, { ...row, applicationId: row.id });
  const withLive = row.kind === 'modify' && row.state !== 'approved' && row.productId;
  const live = withLive ? proposalOf(await readLive(tx, row.productId as string)) : undefined;
  const refused = row.state === 'pending' ? await lastRefused(tx, row.id) : undefined;
  const shown = [content, live, refused].filter((one) => one !== undefined);
  return {
    live,
    refused,
    form,
    results: runRules(form.rules, content, form.rule),
    files: await getFiles(tx, shown.flatMap(fileIdsOf)),
    supportGroups: await tx
      .select()
      .from(supportGroups)
      .where(eq(supportGroups.merchantId, row.merchantId)),
    latest: await isLatest(tx, row),
    withdrawable: (await setting('productApplication.withdrawable')).includes(row.deliveryType),
  };
}

/** The open or rejected modification of a product that its pages lead to, if there is one. */
export function findOpenModification(
  actor: Actor,
  productId: string,
): Promise<ApplicationRow | undefined> {
  return withActor(actor, async ({ tx }) => {
    const [row] = await tx
      .select()
      .from(productApplications)
      .where(
        and(
          visible(actor),
          eq(productApplications.productId, productId),
          eq(productApplications.kind, 'modify'),
          inArray(productApplications.state, ['draft', 'pending', 'rejected']),
        ),
      )
      .orderBy(desc(productApplications.id))
      .limit(1);
    return row && (row.state !== 'rejected' || (await isLatest(tx, row))) ? row : undefined;
  });
}

/** Whether this merchant's commercial information is certified, so that it may publish (onboarding.md 5). */
export function mayPublish(actor: Actor): Promise<boolean> {
  if (actor.kind !== 'member') return Promise.resolve(false);
  return withActor(actor, async ({ tx }) => {
    const [row] = await tx.execute<{ yes: boolean }>(
      sql`select certified_at is not null as yes from merchant where id = ${actor.merchantId}`,
    );
    return row?.yes ?? false;
  });
}
