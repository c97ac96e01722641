import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { attributes } from '@/db/schema';
import type { Actor } from '@/lib/auth/actor';
import { change } from '@/lib/engine/change';
import { parseInput } from '@/lib/engine/parse';
import { DomainError, invalid, notFound } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { presetInputs } from './schema';

type Row = typeof attributes.$inferSelect;

const spec = (action: string) =>
  ({ noun: 'attribute', action, permission: 'attribute.preset' }) as const;
const at = { stream: 'attribute:presets', tenant: {} };

/** A preset; what merchants keep looks like nothing here. */
async function find(
  tx: Tx,
  { id, version }: { id: string; version?: number | undefined },
): Promise<Row> {
  const [row] = await tx
    .select()
    .from(attributes)
    .where(and(eq(attributes.id, id), isNull(attributes.merchantId)))
    .for('update');
  if (!row) throw notFound();
  if (version !== undefined && version !== row.version) throw new DomainError('stale');
  return row;
}

/**
 * Adds a word that belongs to the platform (products.md 3.6).
 * @throws DomainError invalid at `code` when a preset or a merchant's own attribute has it already
 */
export async function addPreset(actor: Actor, raw: unknown): Promise<Row> {
  const input = parseInput(presetInputs.add, raw);
  return change(actor, spec('addPreset'), async ({ tx, now }) => {
    const [taken] = await tx
      .select()
      .from(attributes)
      .where(sql`lower(${attributes.code}) = ${input.code.toLowerCase()}`)
      .limit(1);
    if (taken) {
      const key = taken.merchantId ? 'usedByMerchant' : 'presetTaken';
      throw invalid({ code: `attribute.error.${key}` });
    }
    const id = newId('attribute', now);
    const [after] = await tx
      .insert(attributes)
      .values({ ...input, id, createdAt: now, updatedAt: now })
      .returning();
    return { subjectId: id, ...at, after: after as Row, value: after as Row };
  });
}

/** Changes words only; listed specifications keep the copy they were listed with. */
export async function editPreset(actor: Actor, raw: unknown): Promise<Row> {
  const { id, version, ...words } = parseInput(presetInputs.edit, raw);
  return change(actor, spec('editPreset'), async ({ tx, now }) => {
    const before = await find(tx, { id, version });
    const [after] = await tx
      .update(attributes)
      .set({ ...words, version: before.version + 1, updatedAt: now })
      .where(eq(attributes.id, before.id))
      .returning();
    return { subjectId: before.id, ...at, before, after: after as Row, value: after as Row };
  });
}

/** Takes a preset away from new specifications; what is listed keeps its copy. */
export async function removePreset(actor: Actor, raw: unknown): Promise<void> {
  const input = parseInput(presetInputs.remove, raw);
  return change(actor, spec('removePreset'), async ({ tx }) => {
    const before = await find(tx, input);
    await tx.delete(attributes).where(eq(attributes.id, before.id));
    return { subjectId: before.id, ...at, before, value: undefined };
  });
}
