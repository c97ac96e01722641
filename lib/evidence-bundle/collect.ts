import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { evidence, files, orders } from '@/db/schema';
import { type EvidenceRow, GENESIS } from '@/lib/audit/hash';
import type { Actor } from '@/lib/auth/actor';
import { changeIn } from '@/lib/engine/change';
import { withActor } from '@/lib/engine/with-actor';
import { notFound } from '@/lib/errors';
import { originalKey } from '@/lib/files/content';
import { ownRows } from '@/lib/list/own-rows';
import { storage } from '@/lib/storage/current';
import { EXPORT_EVENT, EXPORT_NOUN, type Exported, fileEntry, type Head } from './format';
import { relatedStreams } from './related';

export interface BundledFile {
  sha256: string;
  size: number;
  entry: string;
  /** Where the store keeps it. */
  key: string;
}

/** Everything that a bundle holds, as it stood at one moment. */
export interface Collected {
  order: typeof orders.$inferSelect;
  exportedAt: Date;
  /** The order's own stream first, each oldest first. */
  streams: { head: Head; rows: EvidenceRow[] }[];
  files: BundledFile[];
  missing: string[];
}

const readStream = (tx: Tx, stream: string): Promise<EvidenceRow[]> =>
  tx.select().from(evidence).where(eq(evidence.stream, stream)).orderBy(asc(evidence.seq));

const headOf = (stream: string, rows: readonly EvidenceRow[]): Head => ({
  stream,
  records: rows.length,
  head: rows.at(-1)?.hash ?? GENESIS,
});

/** Staff see every record: a gap in what they see is one in the chain, which the bundle must not hide. */
const seesWhole = (actor: Actor, rows: readonly EvidenceRow[]) =>
  actor.kind === 'operator' || rows.every(({ seq }, index) => seq === index + 1);

/**
 * Reads the evidence of an order with the reader's own eyes and leaves a record of the export, which is the last one
 * that the bundle holds. A stream of which the reader may see a part only is left out: half a chain proves nothing.
 * @throws DomainError notFound for an order that is not the actor's; forbidden
 */
export function collectEvidence(actor: Actor, orderId: string): Promise<Collected> {
  return withActor(actor, async (context) => {
    const { tx, now } = context;
    const [order] = await tx
      .select()
      .from(orders)
      .where(
        and(
          eq(orders.id, orderId),
          ownRows(actor, 'order.read', {
            merchant: orders.merchantId,
            buyer: orders.buyerId,
            product: orders.productId,
          }),
        ),
      );
    if (!order) throw notFound();
    const stream = `order:${order.id}`;
    const others: Collected['streams'] = [];
    for (const name of await relatedStreams(tx, order)) {
      const rows = await readStream(tx, name);
      if (rows.length > 0 && seesWhole(actor, rows))
        others.push({ head: headOf(name, rows), rows });
    }
    const named = [...(await readStream(tx, stream)), ...others.flatMap(({ rows }) => rows)];
    const { kept, missing } = await findFiles(tx, named);
    const spec = {
      noun: EXPORT_NOUN,
      action: EXPORT_EVENT,
      permission: 'evidence.export',
      subject: { productId: order.productId },
    } as const;
    await changeIn(context, actor, spec, async ({ record }) => {
      const said: Exported = {
        streams: others.map(({ head }) => head),
        files: kept.map(({ sha256 }) => sha256),
        missing,
      };
      record({ data: said });
      return {
        subjectId: order.id,
        stream,
        tenant: { merchantId: order.merchantId, buyerId: order.buyerId },
        value: undefined,
      };
    });
    // The chain is locked since its last record was written: nobody adds to it until this commits.
    const rows = await readStream(tx, stream);
    return {
      order,
      exportedAt: now,
      streams: [{ head: headOf(stream, rows), rows }, ...others],
      files: kept,
      missing,
    };
  });
}

/** The files that records name: those that the store has, and the hashes of those that it has not. */
async function findFiles(
  tx: Tx,
  rows: readonly EvidenceRow[],
): Promise<{ kept: BundledFile[]; missing: string[] }> {
  const named = new Map(rows.flatMap((row) => row.files).map((file) => [file.sha256, file]));
  const ids = rows.flatMap((row) => row.files.map(({ id }) => id));
  const visible = ids.length
    ? await tx.select().from(files).where(inArray(files.id, ids)).orderBy(asc(files.id))
    : [];
  const store = await storage();
  const kept: BundledFile[] = [];
  const missing: string[] = [];
  for (const [sha256, { name }] of named) {
    const key = originalKey(sha256);
    const readable = visible.some((row) => row.sha256 === sha256 && row.state !== 'expired');
    const stored = readable ? await store.stat(key) : undefined;
    if (stored) kept.push({ sha256, size: stored.size, entry: fileEntry(sha256, name), key });
    else missing.push(sha256);
  }
  return { kept, missing };
}
