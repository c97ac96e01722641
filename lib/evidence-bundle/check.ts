import type { z } from 'zod';
import { canonicalJson } from '@/lib/audit/canonical';
import { GENESIS } from '@/lib/audit/hash';
import {
  BundleProblem,
  EXPORT_EVENT,
  EXPORT_NOUN,
  exported,
  type Head,
  MANIFEST,
  type Manifest,
  manifest,
  PAGE,
  recordEntry,
} from './format';
import { OpenBundle } from './open-bundle';

/** What was found whole. */
export interface BundleVerdict {
  manifest: Manifest;
  records: number;
  files: number;
}

/** What the checker needs of a record; it is checked against its own text first. */
interface ReadRecord {
  stream: string;
  seq: number;
  noun: string;
  event: string;
  previousHash: string;
  data: Record<string, unknown>;
  files: { sha256: string }[];
}

/**
 * Verifies a bundle with nothing but itself: every entry is what was written, every chain is whole from its first
 * record to its head, every file that a record names is there, and nothing was taken out or added.
 * @param head a hash got another way, e.g. from the house or the other side, that the order's chain must end with
 * @throws {BundleProblem} naming the first record or file that is wrong
 */
export async function checkBundle(path: string, head?: string): Promise<BundleVerdict> {
  return check(await OpenBundle.read(path), head);
}

function check(bundle: OpenBundle, head: string | undefined): BundleVerdict {
  const read = parse(MANIFEST, bundle.text(MANIFEST), manifest);
  const left = new Set(bundle.names());
  left.delete(MANIFEST);
  left.delete(PAGE);
  const named = new Map<string, string>();
  let records = 0;
  for (const stream of read.streams) {
    const rows = followStream(bundle, stream, left);
    records += rows.length;
    rows.forEach((row, index) => {
      for (const file of row.files) named.set(file.sha256, recordEntry(stream.stream, index + 1));
    });
    if (stream === read.streams[0]) checkExport(read, rows);
  }
  for (const { sha256, size, entry } of read.files) {
    if (bundle.sum(entry) !== sha256 || bundle.size(entry) !== size)
      throw new BundleProblem(`${entry} is not the file that the records name.`);
    if (!named.delete(sha256)) throw new BundleProblem(`${entry} is named by no record.`);
    left.delete(entry);
  }
  for (const [sha256, record] of named) {
    if (!read.missing.includes(sha256))
      throw new BundleProblem(`The file ${sha256} that ${record} names is not in the bundle.`);
  }
  const [added] = left;
  if (added) throw new BundleProblem(`${added} was added afterwards.`);
  if (head && read.streams[0]?.head !== head)
    throw new BundleProblem(
      `The chain of ${read.streams[0]?.stream} ends with ${read.streams[0]?.head}, not with the head that was given.`,
    );
  return { manifest: read, records, files: read.files.length };
}

/** Follows one chain from its first record to its head. */
function followStream(bundle: OpenBundle, { stream, records, head }: Head, left: Set<string>) {
  const rows: ReadRecord[] = [];
  let previous = GENESIS;
  for (let seq = 1; seq <= records; seq += 1) {
    const name = recordEntry(stream, seq);
    const written = bundle.text(name);
    let row: ReadRecord;
    try {
      row = JSON.parse(written) as ReadRecord;
    } catch {
      throw new BundleProblem(`${name} is not a record.`);
    }
    if (canonicalJson(row) !== written || row.stream !== stream || row.seq !== seq)
      throw new BundleProblem(`${name} is not the record that belongs there.`);
    if (row.previousHash !== previous)
      throw new BundleProblem(`${name} does not follow the record before it.`);
    previous = bundle.sum(name);
    left.delete(name);
    rows.push(row);
  }
  if (previous !== head)
    throw new BundleProblem(
      `${recordEntry(stream, records)} is not the head of ${stream} that ${MANIFEST} names.`,
    );
  return rows;
}

/** The last record of the order is this export; it says what else the bundle holds. */
function checkExport(read: Manifest, rows: readonly ReadRecord[]): void {
  const [own, ...others] = read.streams;
  const last = rows.at(-1);
  const name = recordEntry(own?.stream ?? '', rows.length);
  if (last?.noun !== EXPORT_NOUN || last.event !== EXPORT_EVENT)
    throw new BundleProblem(`${name} is not the record of the export: later records are missing.`);
  const said = exported.safeParse(last.data);
  const holds = {
    streams: others,
    files: read.files.map(({ sha256 }) => sha256),
    missing: read.missing,
  };
  if (!said.success || canonicalJson(said.data) !== canonicalJson(holds))
    throw new BundleProblem(`${MANIFEST} does not hold what ${name} says was exported.`);
}

function parse<T>(name: string, written: string, schema: z.ZodType<T>): T {
  let value: unknown;
  try {
    value = JSON.parse(written);
  } catch {
    throw new BundleProblem(`${name} cannot be read.`);
  }
  const read = schema.safeParse(value);
  if (!read.success)
    throw new BundleProblem(`${name} was made by a version that this one cannot read.`);
  return read.data;
}
