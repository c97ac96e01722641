import { eq } from 'drizzle-orm';
import { files } from '@/db/schema';
import type { Actor } from '@/lib/auth/actor';
import { withActor } from '@/lib/engine/with-actor';
import { storage } from '@/lib/storage/current';
import { originalKey } from '../content';
import type { Purpose } from '../purposes';
import { readCsv } from './csv';
import { type TableBounds, TableRefused, type TableRow } from './table';

/**
 * The rows of an uploaded list, CSV or Excel as its content was judged when it came. Reads the store, so call it
 * before a transaction.
 * @returns nothing when the file is not there or not the actor's
 * @throws {TableRefused}
 */
export async function readTable(
  actor: Actor,
  fileId: string,
  purpose: Purpose,
  bounds: TableBounds,
): Promise<TableRow[] | undefined> {
  const file = await withActor(actor, async ({ tx }) => {
    const [row] = await tx.select().from(files).where(eq(files.id, fileId));
    return row;
  });
  if (!file || file.purpose !== purpose || file.state === 'expired') return undefined;
  const pieces: Buffer[] = [];
  for await (const piece of await (await storage()).get(originalKey(file.sha256))) {
    pieces.push(piece as Buffer);
  }
  const bytes = Buffer.concat(pieces);
  if (file.kind === 'csv') return readCsv(bytes, bounds);
  if (file.kind !== 'xlsx') throw new TableRefused('damaged');
  // Only who reads a workbook pays for loading its reader.
  const { readXlsx } = await import('./xlsx');
  return readXlsx(bytes, bounds);
}
