import { rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { evidenceText } from '@/lib/audit/hash';
import type { Actor } from '@/lib/auth/actor';
import { GrowingArchive } from '@/lib/backup/growing-archive';
import type { Locale } from '@/lib/i18n/locales';
import { storage } from '@/lib/storage/current';
import { collectEvidence } from './collect';
import { FORMAT, MANIFEST, type Manifest, PAGE, recordEntry } from './format';
import { bundlePage } from './page';

/**
 * Writes the evidence of an order into one file, with a page in the reader's language (service-supervision.md 8).
 * Memory stays bounded whatever the files' sizes.
 * @throws DomainError notFound, forbidden
 */
export async function writeBundle(
  actor: Actor,
  orderId: string,
  { path, locale }: { path: string; locale: Locale },
): Promise<Manifest & { name: string }> {
  const found = await collectEvidence(actor, orderId);
  const manifest: Manifest = {
    format: FORMAT,
    exportedAt: found.exportedAt.toISOString(),
    order: { id: found.order.id, number: found.order.number },
    streams: found.streams.map(({ head }) => head),
    files: found.files.map(({ sha256, size, entry }) => ({ sha256, size, entry })),
    missing: found.missing,
  };
  const archive = new GrowingArchive(path);
  try {
    const add = (name: string, text: string) =>
      archive.add(name, async () => Readable.from([Buffer.from(text)]));
    await add(PAGE, bundlePage(found, { actor, locale }));
    await add(MANIFEST, `${JSON.stringify(manifest, null, 1)}\n`);
    for (const { head, rows } of found.streams) {
      for (const row of rows) await add(recordEntry(head.stream, row.seq), evidenceText(row));
    }
    const store = await storage();
    for (const { entry, key } of found.files) {
      await archive.add(entry, () => store.get(key), { compress: false });
    }
    await archive.end();
  } catch (error) {
    archive.abandon();
    await rm(path, { force: true });
    throw error;
  }
  return { ...manifest, name: `evidence-${found.order.number}.zip` };
}
