import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { Tx } from '@/db/client';
import { categories, productApplications, productProposals, products } from '@/db/schema';
import type { Actor } from '@/lib/auth/actor';
import { type ChangeContext, change } from '@/lib/engine/change';
import { parseInput } from '@/lib/engine/parse';
import { invalid, notFound, refused } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { categoryInputs } from './schema';

type Row = typeof categories.$inferSelect;

interface Outcome {
  before?: Row;
  after?: Row;
  subjectId: string;
}

/** Every edit of the catalogue leaves evidence in one stream; edits wait for each other, so positions stay whole. */
function edit<S extends z.ZodType>(
  action: string,
  schema: S,
  run: (context: ChangeContext, input: z.infer<S>) => Promise<Outcome>,
) {
  return async (actor: Actor, raw: unknown): Promise<Row | undefined> => {
    const input = parseInput(schema, raw) as z.infer<S>;
    return change(
      actor,
      { noun: 'category', action, permission: 'category.change' },
      async (context) => {
        await context.tx.execute(
          sql`select pg_advisory_xact_lock(hashtextextended('category', 0))`,
        );
        const outcome = await run(context, input);
        return {
          ...outcome,
          stream: 'category:tree',
          tenant: {},
          value: outcome.after,
        };
      },
    );
  };
}

async function find(tx: Tx, id: string): Promise<Row> {
  const [row] = await tx.select().from(categories).where(eq(categories.id, id)).for('update');
  if (!row) throw notFound();
  return row;
}

const siblings = (tx: Tx, parentId: string | null) =>
  tx
    .select()
    .from(categories)
    .where(parentId ? eq(categories.parentId, parentId) : isNull(categories.parentId))
    .orderBy(asc(categories.position), asc(categories.id));

async function write(tx: Tx, row: Row, patch: Partial<Row>, now: Date): Promise<Row> {
  const [after] = await tx
    .update(categories)
    .set({ ...patch, version: row.version + 1, updatedAt: now })
    .where(eq(categories.id, row.id))
    .returning();
  return after as Row;
}

/** Two entries of one parent may not bear one name. */
async function checkNames(
  tx: Tx,
  parentId: string | null,
  names: { nameZh: string; nameEn: string },
  own?: string,
): Promise<void> {
  const others = (await siblings(tx, parentId)).filter(({ id }) => id !== own);
  for (const field of ['nameZh', 'nameEn'] as const) {
    const wanted = names[field].toLowerCase();
    if (others.some((row) => row[field].toLowerCase() === wanted)) {
      throw invalid({ [field]: 'category.error.nameTaken' });
    }
  }
}

/** A stable word for rules, from the English name. */
async function codeFor(tx: Tx, nameEn: string): Promise<string> {
  const words = nameEn.toLowerCase().match(/[a-z0-9]+/g) ?? ['category'];
  const base = words
    .map((word, i) => (i === 0 ? word : `${word[0]?.toUpperCase()}${word.slice(1)}`))
    .join('');
  const taken = new Set((await tx.select().from(categories)).map(({ code }) => code));
  let code = base;
  for (let i = 2; taken.has(code); i += 1) code = `${base}${i}`;
  return code;
}

/** Adds a top category, or a leaf under one: the tree has two levels (products.md 2.1). */
export const addCategory = edit('add', categoryInputs.add, async ({ tx, now }, input) => {
  const parentId = input.parentId || null;
  const parent = parentId ? await find(tx, parentId) : undefined;
  if (parent?.parentId) throw refused('category.error.twoLevels');
  if (parent?.state === 'retired') throw refused('category.error.parentRetired');
  await checkNames(tx, parentId, input);
  const id = newId('category', now);
  const [after] = await tx
    .insert(categories)
    .values({
      id,
      parentId,
      code: await codeFor(tx, input.nameEn),
      nameZh: input.nameZh,
      nameEn: input.nameEn,
      position: ((await siblings(tx, parentId)).at(-1)?.position ?? 0) + 1,
      createdAt: now,
      updatedAt: now,
    })
    .returning();
  return { subjectId: id, after: after as Row };
});

export const renameCategory = edit('rename', categoryInputs.rename, async ({ tx, now }, input) => {
  const before = await find(tx, input.id);
  await checkNames(tx, before.parentId, input, before.id);
  const after = await write(tx, before, { nameZh: input.nameZh, nameEn: input.nameEn }, now);
  return { subjectId: before.id, before, after };
});

/** Puts a leaf under another top category, at its end. */
export const moveCategory = edit('move', categoryInputs.move, async ({ tx, now }, input) => {
  const before = await find(tx, input.id);
  const parent = await find(tx, input.parentId);
  if (!before.parentId || parent.parentId) throw refused('category.error.twoLevels');
  await checkNames(tx, parent.id, before, before.id);
  const position = ((await siblings(tx, parent.id)).at(-1)?.position ?? 0) + 1;
  const after = await write(tx, before, { parentId: parent.id, position }, now);
  return { subjectId: before.id, before, after };
});

/** Changes places with the neighbour before or after; at the end nothing changes. */
export const shiftCategory = edit('shift', categoryInputs.shift, async ({ tx, now }, input) => {
  const before = await find(tx, input.id);
  const rows = await siblings(tx, before.parentId);
  const index = rows.findIndex(({ id }) => id === before.id);
  const other = rows[index + (input.by === 'up' ? -1 : 1)];
  if (!other) return { subjectId: before.id, before, after: before };
  await write(tx, other, { position: before.position }, now);
  const after = await write(tx, before, { position: other.position }, now);
  return { subjectId: before.id, before, after };
});

/** Not offered to new applications any more; what is listed under it stays. */
export const retireCategory = edit('retire', categoryInputs.one, async ({ tx, now }, { id }) => {
  const before = await find(tx, id);
  const leaves = await siblings(tx, id);
  if (!before.parentId && leaves.some(({ state }) => state === 'active')) {
    throw refused('category.error.leavesActive');
  }
  return { subjectId: id, before, after: await write(tx, before, { state: 'retired' }, now) };
});

export const restoreCategory = edit('restore', categoryInputs.one, async ({ tx, now }, { id }) => {
  const before = await find(tx, id);
  const parent = before.parentId ? await find(tx, before.parentId) : undefined;
  if (parent?.state === 'retired') throw refused('category.error.parentRetired');
  return { subjectId: id, before, after: await write(tx, before, { state: 'active' }, now) };
});

/** Takes an entry away for good: only what nothing is or may soon be listed under. */
export const removeCategory = edit('remove', categoryInputs.one, async ({ tx }, { id }) => {
  const before = await find(tx, id);
  if ((await siblings(tx, id)).length > 0) throw refused('category.error.hasLeaves');
  const [listed] = await tx
    .select({ count: sql<number>`count(*)::int` })
    .from(products)
    .where(eq(products.categoryId, id));
  const [proposed] = await tx
    .select({ count: sql<number>`count(*)::int` })
    .from(productProposals)
    .innerJoin(productApplications, eq(productApplications.id, productProposals.applicationId))
    .where(
      and(
        sql`${productProposals.content} ->> 'categoryId' = ${id}`,
        sql`${productApplications.state} <> 'deleted'`,
      ),
    );
  const used = (listed?.count ?? 0) + (proposed?.count ?? 0);
  if (used > 0) throw refused('category.error.inUse', { count: used });
  await tx.delete(categories).where(eq(categories.id, id));
  return { subjectId: id, before };
});
