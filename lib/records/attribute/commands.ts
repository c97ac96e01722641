import { and, eq, isNull, or, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { attributes } from '@/db/schema';
import type { Actor, Member } from '@/lib/auth/actor';
import { change } from '@/lib/engine/change';
import { parseInput } from '@/lib/engine/parse';
import { invalid, notFound } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { attributeInputs } from './schema';

type Row = typeof attributes.$inferSelect;

const spec = (action: string) =>
  ({ noun: 'attribute', action, permission: 'attribute.change' }) as const;
const at = (merchantId: string) => ({
  stream: `merchant:${merchantId}`,
  tenant: { merchantId },
});

/** A merchant's own row; presets and other merchants' look like none. */
async function find(tx: Tx, actor: Actor, id: string): Promise<Row> {
  const { merchantId } = actor as Member;
  const [row] = await tx
    .select()
    .from(attributes)
    .where(and(eq(attributes.id, id), eq(attributes.merchantId, merchantId)))
    .for('update');
  if (!row) throw notFound();
  return row;
}

/** Adds a word to the merchant's dictionary; codes of presets and reserved ones are taken. */
export async function addAttribute(actor: Actor, raw: unknown): Promise<Row> {
  const input = parseInput(attributeInputs.add, raw);
  return change(actor, spec('add'), async ({ tx, now, setting }) => {
    const { merchantId } = actor as Member;
    const code = input.code.toLowerCase();
    const reserved = (await setting('attribute.reservedCodes')).map((one) => one.toLowerCase());
    if (reserved.includes(code)) throw invalid({ code: 'attribute.error.reserved' });
    const [taken] = await tx
      .select()
      .from(attributes)
      .where(
        and(
          sql`lower(${attributes.code}) = ${code}`,
          or(isNull(attributes.merchantId), eq(attributes.merchantId, merchantId)),
        ),
      );
    if (taken) {
      throw invalid({ code: `attribute.error.${taken.merchantId ? 'codeTaken' : 'reserved'}` });
    }
    const id = newId('attribute', now);
    const [after] = await tx
      .insert(attributes)
      .values({ ...input, id, merchantId, createdAt: now, updatedAt: now })
      .returning();
    return { subjectId: id, ...at(merchantId), after: after as Row, value: after as Row };
  });
}

/** Changes words only; specifications keep the copy they were listed with. */
export async function editAttribute(actor: Actor, raw: unknown): Promise<Row> {
  const input = parseInput(attributeInputs.edit, raw);
  return change(actor, spec('edit'), async ({ tx, now }) => {
    const before = await find(tx, actor, input.id);
    const [after] = await tx
      .update(attributes)
      .set({
        name: input.name,
        description: input.description,
        version: before.version + 1,
        updatedAt: now,
      })
      .where(eq(attributes.id, before.id))
      .returning();
    return {
      subjectId: before.id,
      ...at(before.merchantId ?? ''),
      before,
      after: after as Row,
      value: after as Row,
    };
  });
}

export async function removeAttribute(actor: Actor, raw: unknown): Promise<void> {
  const input = parseInput(attributeInputs.remove, raw);
  return change(actor, spec('remove'), async ({ tx }) => {
    const before = await find(tx, actor, input.id);
    await tx.delete(attributes).where(eq(attributes.id, before.id));
    return {
      subjectId: before.id,
      ...at(before.merchantId ?? ''),
      before,
      value: undefined,
    };
  });
}
