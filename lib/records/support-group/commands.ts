import { and, eq, inArray, isNull, ne, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { presales, products, supportGroups } from '@/db/schema';
import type { Actor, Member } from '@/lib/auth/actor';
import { change } from '@/lib/engine/change';
import { parseInput } from '@/lib/engine/parse';
import { DomainError, forbidden, invalid, notFound, refused } from '@/lib/errors';
import { newId } from '@/lib/ids';
import type { SettingReader } from '@/lib/settings/read';
import { liveGroups, type Presales, type SupportGroup } from './queries';
import { presalesForm, supportGroupForm } from './schema';

const spec = (action: string) =>
  ({ noun: 'supportGroup', action, permission: 'supportGroup.change' }) as const;

function memberOf(actor: Actor): Member {
  if (actor.kind !== 'member') throw forbidden();
  return actor;
}

async function parseGroup(setting: SettingReader, input: unknown) {
  const days = await setting('onboarding.serviceDays');
  const hours = await setting('onboarding.serviceHours');
  return parseInput(supportGroupForm({ days, hours }), input);
}

/** One writer per merchant at a time, so that the limit and the names hold under parallel clicks. */
const lockGroups = (tx: Tx, merchantId: string) =>
  tx.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(${`supportGroup:${merchantId}`}, 0))`,
  );

async function refuseSameName(tx: Tx, merchantId: string, name: string, except = '') {
  const [same] = await tx
    .select({ id: supportGroups.id })
    .from(supportGroups)
    .where(
      and(
        eq(supportGroups.merchantId, merchantId),
        eq(supportGroups.name, name),
        isNull(supportGroups.removedAt),
        ne(supportGroups.id, except),
      ),
    );
  if (same) throw invalid({ name: 'supportGroup.error.form.sameName' });
}

/**
 * Adds an after-sales group; a merchant has at most `support.groups` (onboarding.md 7.2).
 * @throws DomainError invalid per field, refused `tooMany`
 */
export function addSupportGroup(actor: Actor, input: unknown): Promise<SupportGroup> {
  return change(actor, spec('add'), async ({ tx, now, setting }) => {
    const { merchantId } = memberOf(actor);
    const values = await parseGroup(setting, input);
    await lockGroups(tx, merchantId);
    const most = await setting('support.groups');
    if ((await liveGroups(tx, merchantId)).length >= most) {
      throw refused('supportGroup.error.add.tooMany', { most });
    }
    await refuseSameName(tx, merchantId, values.name);
    const [row] = await tx
      .insert(supportGroups)
      .values({
        ...values,
        id: newId('supportGroup', now),
        merchantId,
        createdAt: now,
        updatedAt: now,
      })
      .returning();
    return done(row as SupportGroup, undefined);
  });
}

/** Changes a group. @throws DomainError notFound, stale, invalid */
export function editSupportGroup(actor: Actor, input: unknown): Promise<SupportGroup> {
  return change(actor, spec('edit'), async ({ tx, now, setting }) => {
    const { id, version, ...rest } = (input ?? {}) as Record<string, unknown>;
    const before = await lockGroup(tx, actor, id, version);
    const values = await parseGroup(setting, rest);
    await lockGroups(tx, before.merchantId);
    await refuseSameName(tx, before.merchantId, values.name, before.id);
    const [row] = await tx
      .update(supportGroups)
      .set({ ...values, version: before.version + 1, updatedAt: now })
      .where(eq(supportGroups.id, before.id))
      .returning();
    return done(row as SupportGroup, before);
  });
}

/**
 * Takes a group away; one that a product shows must be replaced there first.
 * @throws DomainError refused `inUse`
 */
export function removeSupportGroup(actor: Actor, input: unknown): Promise<SupportGroup> {
  return change(actor, spec('remove'), async ({ tx, now }) => {
    const { id, version } = (input ?? {}) as Record<string, unknown>;
    const before = await lockGroup(tx, actor, id, version);
    const [shown] = await tx
      .select({ name: products.name })
      .from(products)
      .where(
        and(
          eq(products.merchantId, before.merchantId),
          inArray(products.state, ['onSale', 'frozen']),
          sql`${products.content} -> 'supportGroupIds' ? ${before.id}`,
        ),
      )
      .limit(1);
    if (shown) throw refused('supportGroup.error.remove.inUse', { product: shown.name });
    const [row] = await tx
      .update(supportGroups)
      .set({ removedAt: now, version: before.version + 1, updatedAt: now })
      .where(eq(supportGroups.id, before.id))
      .returning();
    return done(row as SupportGroup, before);
  });
}

async function lockGroup(tx: Tx, actor: Actor, id: unknown, version: unknown) {
  const { merchantId } = memberOf(actor);
  const [row] = await tx
    .select()
    .from(supportGroups)
    .where(
      and(
        eq(supportGroups.id, String(id ?? '')),
        eq(supportGroups.merchantId, merchantId),
        isNull(supportGroups.removedAt),
      ),
    )
    .for('update');
  if (!row) throw notFound();
  if (version !== undefined && Number(version) !== row.version) throw new DomainError('stale');
  return row;
}

const done = (after: SupportGroup, before: SupportGroup | undefined) => ({
  subjectId: after.id,
  stream: `merchant:${after.merchantId}`,
  tenant: { merchantId: after.merchantId },
  before,
  after,
  value: after,
});

/**
 * Binds up to `support.presalesPhones` numbers to the merchant's extension, which is assigned the first time.
 * @throws DomainError invalid per field
 */
export function savePresales(actor: Actor, input: unknown): Promise<Presales> {
  return change(actor, spec('presales'), async ({ tx, now, setting }) => {
    const { merchantId } = memberOf(actor);
    const values = parseInput(presalesForm(await setting('support.presalesPhones')), input);
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('presales', 0))`);
    const [before] = await tx.select().from(presales).where(eq(presales.merchantId, merchantId));
    const extension = before?.extension ?? (await nextExtension(tx));
    const [row] = await tx
      .insert(presales)
      .values({ merchantId, extension, ...values, createdAt: now, updatedAt: now })
      .onConflictDoUpdate({
        target: presales.merchantId,
        set: { ...values, version: sql`${presales.version} + 1`, updatedAt: now },
      })
      .returning();
    return {
      subjectId: merchantId,
      stream: `merchant:${merchantId}`,
      tenant: { merchantId },
      before,
      after: row as Presales,
      value: row as Presales,
    };
  });
}

/** Extensions are handed out in order; a member cannot see those of others, the function can. */
async function nextExtension(tx: Tx): Promise<number> {
  const [row] = await tx.execute<{ next: number }>(sql`select next_presales_extension() as next`);
  return row?.next ?? 1000;
}
