import { z } from 'zod';

/**
 * A backup is one ZIP file: `manifest.json`, `SHA256SUMS` (as `sha256sum --check` reads it), every table as PostgreSQL's
 * own COPY text under `tables/`, and every stored file under `files/`. It needs no dump tool, neither to make nor to read.
 */
export const FORMAT = 1;
export const MANIFEST = 'manifest.json';
export const SUMS = 'SHA256SUMS';
export const tableEntry = (table: TableName) => `tables/${table.schema}.${table.name}.copy`;
export const FILES = 'files/';

const name = z.object({ schema: z.string(), name: z.string() });
export type TableName = z.infer<typeof name>;

export const manifest = z.object({
  format: z.literal(FORMAT),
  /** The moment whose state it holds. */
  at: z.iso.datetime(),
  /** Hashes of the migrations that the database had had, oldest first. */
  migrations: z.array(z.string()),
  /** Tells whether another AUTH_SECRET is in use at the restore; says nothing about the secret itself. */
  secretCheck: z.string(),
  tables: z.array(name.extend({ columns: z.array(z.string()), rows: z.number().int() })),
  sequences: z.array(name.extend({ value: z.string() })),
  /** Stored files, and those that ran out unused while the backup was being made. */
  files: z.object({
    count: z.number().int(),
    bytes: z.number().int(),
    gone: z.array(z.string()),
  }),
});
export type Manifest = z.infer<typeof manifest>;

/** The backup cannot be used, or not here; the message is a sentence for the person at the keyboard. */
export class BackupProblem extends Error {}
