import { randomBytes } from 'node:crypto';
import { and, eq, isNull, lte } from 'drizzle-orm';
import { z } from 'zod';
import { letters, merchants, orders } from '@/db/schema';
import { type Actor, accountOf, system } from '@/lib/auth/actor';
import { can } from '@/lib/auth/permissions';
import { type Changed, change } from '@/lib/engine/change';
import { parseInput } from '@/lib/engine/parse';
import { withActor } from '@/lib/engine/with-actor';
import { env } from '@/lib/env';
import { forbidden, notFound, refused } from '@/lib/errors';
import { detachFiles } from '@/lib/files/attach';
import { keepMade, storeMade } from '@/lib/files/made';
import { newId } from '@/lib/ids';
import { addMonths } from '@/lib/time/add-months';
import { addJob } from '@/lib/worker/add-job';
import { readBilledOrders } from '@/lib/workflows/invoice/orders';
import { invoiceableOf } from '@/lib/workflows/invoice/split';
import { letterPdf } from './document';
import type { Letter } from './queries';

const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** Sixteen characters in fours, such as `7K2M-9XQ4-…`: eighty random bits. */
function newNumber(): string {
  const characters = [...randomBytes(16)].map((byte) => ALPHABET[byte % 32]);
  return characters.join('').replace(/(.{4})(?=.)/g, '$1-');
}

/** What a letter may be asked for in spite of: the order is invoiced, or a refund or an appeal is open. */
const NO_OBSTACLE = new Set(['alreadyInvoiced', 'refundOpen', 'appealOpen']);

/** The order as the letter tells it; the merchant's code lies outside the customer's fence. */
async function readOrder(buyerId: string, orderId: string) {
  return withActor(system('letter'), async ({ tx }) => {
    const [billed] = await readBilledOrders(tx, { ids: [orderId], buyerId, lock: false });
    if (!billed) throw notFound();
    const { obstacle, row, lines } = billed;
    if (obstacle && !NO_OBSTACLE.has(obstacle)) throw refused(`letter.error.request.${obstacle}`);
    const [merchant] = await tx
      .select({ kind: merchants.kind, creditCode: merchants.creditCode })
      .from(merchants)
      .where(eq(merchants.id, row.merchantId));
    return {
      orderId,
      buyerId,
      orderNumber: row.number,
      productName: row.productName,
      specName: lines.map(({ specName }) => specName).join('、'),
      merchantName: row.merchantName,
      merchantCreditCode: merchant?.kind === 'enterprise' ? merchant.creditCode : null,
      customerName: row.customerName,
      amount: invoiceableOf(billed),
      paidAt: row.paidAt ?? row.createdAt,
    };
  });
}

const spec = (action: string, permission: 'letter.request' | 'letter.advance') =>
  ({ noun: 'letter', action, permission }) as const;

const done = (after: Letter, before?: Letter): Changed<Letter> => ({
  subjectId: after.id,
  stream: `order:${after.orderId}`,
  tenant: { buyerId: after.buyerId },
  ...(before ? { before } : {}),
  after,
  value: after,
});

/**
 * Asks for the letter of an order (money.md 2.3); a job writes it within seconds. While one is kept that says the same,
 * it is answered.
 * @throws DomainError notFound; refused `letter.error.request.*`
 */
export async function requestLetter(actor: Actor, input: unknown): Promise<Letter> {
  const { orderId } = parseInput(z.object({ orderId: z.string().min(1).max(60) }), input);
  const buyerId = accountOf(actor);
  if (actor.kind !== 'buyer' || !buyerId || !can(actor, 'letter.request')) throw forbidden();
  const told = await readOrder(buyerId, orderId);
  return change(actor, spec('request', 'letter.request'), async ({ tx, now, setting }) => {
    await tx.select({ id: orders.id }).from(orders).where(eq(orders.id, orderId)).for('update');
    const [kept] = await tx
      .select()
      .from(letters)
      .where(and(eq(letters.orderId, orderId), isNull(letters.endedAt)));
    if (kept && kept.amount === told.amount && kept.keptUntil > now) return done(kept, kept);
    if (kept) {
      await tx.update(letters).set({ endedAt: now }).where(eq(letters.id, kept.id));
      if (kept.fileId)
        await detachFiles(tx, { ids: [kept.fileId], user: `letter:${kept.id}`, now });
    }
    const months = await setting('letter.keptMonths');
    const [row] = await tx
      .insert(letters)
      .values({
        ...told,
        id: newId('letter', now),
        number: newNumber(),
        requestedAt: now,
        keptUntil: addMonths(now, months, await setting('site.timeZone')),
      })
      .returning();
    const letter = row as Letter;
    await addJob(tx, 'write-letter', { letterId: letter.id }, { key: `write-letter:${letter.id}` });
    return done(letter);
  });
}

/** Writes the letter and tells the customer; done again it does nothing. */
export async function writeLetter(letterId: string): Promise<void> {
  const actor = system('letter requested');
  const { letter, now: at } = await withActor(actor, async ({ tx, now }) => {
    const [row] = await tx.select().from(letters).where(eq(letters.id, letterId));
    return { letter: row, now };
  });
  if (!letter || letter.readyAt || letter.endedAt) return;
  const address = `${env().BASE_URL}/letters/${letter.number}`;
  const content = await letterPdf(letter, { at, address });
  await storeMade(content);
  await change(actor, spec('write', 'letter.advance'), async ({ tx, now, record }) => {
    const [row] = await tx.select().from(letters).where(eq(letters.id, letterId)).for('update');
    if (!row) throw notFound();
    if (row.readyAt) return done(row, row);
    const file = await keepMade(
      tx,
      {
        content,
        name: `${row.orderNumber}-${row.number.slice(0, 4)}.pdf`,
        kind: 'pdf',
        purpose: 'invoiceLetter',
        accountId: row.buyerId,
        user: `letter:${row.id}`,
      },
      now,
    );
    record({ files: [file] });
    const [after] = await tx
      .update(letters)
      .set({ readyAt: now, fileId: file.id, version: row.version + 1 })
      .where(eq(letters.id, row.id))
      .returning();
    return { ...done(after as Letter, row), notify: ['buyer'] };
  });
}

/** Lets go of letters whose months are over; answers how many. */
export async function endLetters(limit = 100): Promise<number> {
  const actor = system('letters kept long enough');
  const due = await withActor(actor, ({ tx, now }) =>
    tx
      .select({ id: letters.id })
      .from(letters)
      .where(and(isNull(letters.endedAt), lte(letters.keptUntil, now)))
      .limit(limit),
  );
  for (const { id } of due) {
    await change(actor, spec('end', 'letter.advance'), async ({ tx, now }) => {
      const [row] = await tx.select().from(letters).where(eq(letters.id, id)).for('update');
      if (!row) throw notFound();
      if (row.fileId) await detachFiles(tx, { ids: [row.fileId], user: `letter:${id}`, now });
      const [after] = await tx
        .update(letters)
        .set({ endedAt: row.endedAt ?? now, version: row.version + 1 })
        .where(eq(letters.id, id))
        .returning();
      return done(after as Letter, row);
    });
  }
  return due.length;
}
