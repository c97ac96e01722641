import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { files } from '@/db/schema';
import type { FileEntry } from '@/db/schema/file';
import { type Actor, accountOf, system } from '@/lib/auth/actor';
import { can } from '@/lib/auth/permissions';
import { change } from '@/lib/engine/change';
import { withActor } from '@/lib/engine/with-actor';
import { forbidden } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { scanner } from '@/lib/scanner/current';
import { ScannerDown } from '@/lib/scanner/port';
import { settingReader } from '@/lib/settings/read';
import { type Content, dropContent, keepContent, lockContent } from './content';
import { claimedKind, type Inspection, inspectFile, tooLarge } from './inspect/inspect';
import { type FileName, readFileName, shown } from './name';
import { isPurpose, type Purpose, purposeSpec, type Uploader } from './purposes';
import { checkQuota, type FileOwner } from './quota';
import { readRule } from './read-rule';
import { FileRefused } from './refusal';
import type { FileRule } from './rule';
import { type Spooled, withSpooled } from './spool';
import { type FileSummary, summaryOf } from './summary';
import { makeVariants } from './variants';

export interface Upload {
  purpose: string;
  /** As the browser sent it. */
  name: string | undefined;
  body: Readable;
  /** Bytes that the file surely has, when the sender announced them: too many are refused without reading. */
  atLeast?: number;
}

/**
 * Takes one file in: streams it to disk within the limits, judges it by content, scans it, keeps it with its display
 * variants, and writes its row with evidence. A refused file leaves nothing behind.
 * @throws {FileRefused} with the code of its sentence; DomainError forbidden
 */
export async function receiveFile(
  actor: Actor,
  { purpose, name, body, atLeast = 0 }: Upload,
): Promise<FileSummary> {
  try {
    if (!isPurpose(purpose)) throw new FileRefused('purposeUnknown');
    const owner = ownerFor(actor, purpose);
    const rule = await admit(actor, owner, purpose);
    const file = readFileName(name);
    const kind = claimedKind(file, rule);
    if (atLeast > rule.maxBytes) throw tooLarge(rule);
    return await withSpooled(body, kind, rule, async (spooled) => {
      const inspection = await inspectFile(spooled.path, file, rule);
      const scan = await scanFile(spooled);
      const frames = inspection.image?.frames ?? 0;
      const variants = frames > 0 ? await makeVariants(spooled.path, rule.image, frames) : [];
      const content = { original: spooled, variants };
      return record(actor, { owner, purpose, file, inspection, scan, content });
    });
  } finally {
    body.destroy();
  }
}

/** Whose file it becomes: the merchant's when a member uploads, else the person's. */
function ownerFor(actor: Actor, purpose: Purpose): FileOwner {
  if (!can(actor, 'file.upload')) throw forbidden();
  if (!purposeSpec(purpose).by.includes(actor.kind as Uploader))
    throw new FileRefused('notAllowedHere');
  return actor.kind === 'member'
    ? { merchantId: actor.merchantId }
    : { accountId: accountOf(actor) ?? '' };
}

/** The rule of the moment, for an owner with quota left: asked before the body is read. */
function admit(actor: Actor, owner: FileOwner, purpose: Purpose): Promise<FileRule> {
  return withActor(actor, async ({ tx, now }) => {
    const setting = settingReader(tx, now);
    await checkQuota(tx, owner, { now, setting, more: 1, lock: false });
    return readRule(setting, purpose);
  });
}

async function scanFile({ path }: Spooled): Promise<'clean' | 'notScanned'> {
  const chosen = scanner();
  if (!chosen) return 'notScanned';
  try {
    const result = await chosen.scan(createReadStream(path));
    if (result.verdict === 'infected')
      throw new FileRefused('infected', { threat: shown(result.threat) });
    return 'clean';
  } catch (error) {
    if (error instanceof ScannerDown) throw new FileRefused('scannerDown');
    throw error;
  }
}

interface Received {
  owner: FileOwner;
  purpose: Purpose;
  file: FileName;
  inspection: Inspection;
  scan: 'clean' | 'notScanned';
  content: Content;
}

const ENTRIES_KEPT = 200;

async function record(actor: Actor, received: Received): Promise<FileSummary> {
  const { content } = received;
  const { sha256 } = content.original;
  // Before the transaction, since a store may be slow; and again under the lock, in case a sweep came between.
  const variants = await keepContent(content);
  return insert(actor, received).catch(async (error) => {
    await withActor(system('refused upload'), async ({ tx }) => {
      await lockContent(tx, sha256);
      await dropContent(tx, { id: '', sha256, variants });
    });
    throw error;
  });
}

function insert(
  actor: Actor,
  { owner, purpose, file, inspection, scan, content }: Received,
): Promise<FileSummary> {
  const { size, sha256 } = content.original;
  return change(
    actor,
    { noun: 'file', action: 'upload', permission: 'file.upload' },
    async (context) => {
      const { tx, now, setting } = context;
      await checkQuota(tx, owner, { now, setting, more: size, lock: true });
      await lockContent(tx, sha256);
      const entries: FileEntry[] | undefined = inspection.entries
        ?.slice(0, ENTRIES_KEPT)
        .map((entry) => ({ name: entry.name, size: entry.size }));
      const row = {
        id: newId('file', now),
        state: 'uploaded' as const,
        sha256,
        size,
        name: file.name,
        kind: inspection.kind,
        mediaType: inspection.mediaType,
        purpose,
        uploadedBy: accountOf(actor) ?? '',
        accountId: 'accountId' in owner ? owner.accountId : null,
        merchantId: 'merchantId' in owner ? owner.merchantId : null,
        scan,
        width: inspection.image?.width ?? null,
        height: inspection.image?.height ?? null,
        variants: await keepContent(content),
        entries: entries ?? null,
        entryCount: inspection.entries?.length ?? null,
        users: [],
        createdAt: now,
        updatedAt: now,
      };
      await tx.insert(files).values(row);
      context.record({ files: [{ id: row.id, name: row.name, sha256 }] });
      const { accountId, merchantId } = row;
      return {
        subjectId: row.id,
        stream: `file:${row.id}`,
        tenant: { accountId, merchantId },
        after: { purpose, name: row.name, size, sha256, scan },
        value: summaryOf(row),
      };
    },
  );
}
