import { z } from 'zod';

/**
 * A bundle is one ZIP file (docs/evidence-bundle.md): every record of a dispute as the very bytes that its hash was
 * taken of, the files that the records name, a page for people, and the sums of all entries as `sha256sum --check`
 * reads them. A record's sum is its hash in the chain, so that nothing but SHA-256 is needed to follow it.
 */
export const FORMAT = 'guildhall-evidence/1';
export const MANIFEST = 'manifest.json';
export const PAGE = 'index.html';
export const SUMS = 'SHA256SUMS';
export const RECORDS = 'records/';
export const FILES = 'files/';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

const head = z.object({
  stream: z.string().min(1),
  records: z.number().int().positive(),
  /** Hash of the last record. */
  head: sha256,
});
export type Head = z.infer<typeof head>;

export const manifest = z.object({
  format: z.literal(FORMAT),
  exportedAt: z.iso.datetime(),
  order: z.object({ id: z.string(), number: z.string() }),
  /** The order's own stream first; its last record is this export. */
  streams: z.array(head).min(1),
  files: z.array(
    z.object({ sha256, size: z.number().int().nonnegative(), entry: z.string().startsWith(FILES) }),
  ),
  /** Hashes of files that records name and the store had no more when the bundle was made. */
  missing: z.array(sha256),
});
export type Manifest = z.infer<typeof manifest>;

/** What the record of an export says of the bundle: what it holds cannot be told from the bundle alone. */
export const exported = z.object({
  /** The other streams, as they were taken. */
  streams: z.array(head),
  files: z.array(sha256),
  missing: z.array(sha256),
});
export type Exported = z.infer<typeof exported>;
export const EXPORT_NOUN = 'evidenceBundle';
export const EXPORT_EVENT = 'export';

/** Where a record lies: `records/order-od_…/000001.json`. */
export const recordEntry = (stream: string, seq: number): string =>
  `${RECORDS}${stream.replace(':', '-')}/${String(seq).padStart(6, '0')}.json`;

/** Where a file lies: under the beginning of its hash, by a name that every system takes. */
export function fileEntry(hash: string, name: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what a file name must not hold
  const plain = name.replaceAll(/[\\/:*?"<>|\u0000-\u001f\u007f]/g, '_').replace(/^\.+/, '_');
  return `${FILES}${hash.slice(0, 16)}/${plain.slice(0, 120) || 'file'}`;
}

/** The bundle does not hold what it says; the message names the entry. */
export class BundleProblem extends Error {}
