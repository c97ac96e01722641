import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { accounts, members, vouchers } from '@/db/schema';
import { type Actor, system } from '@/lib/auth/actor';
import { can } from '@/lib/auth/permissions';
import { withActor } from '@/lib/engine/with-actor';
import { DomainError, type FieldComplaint, forbidden, invalid, notFound } from '@/lib/errors';
import { readTable } from '@/lib/files/table/read';
import { type Cell, TableRefused, type TableRow } from '@/lib/files/table/table';
import { settingReader } from '@/lib/settings/read';
import { nameCustomers } from './commands';
import { countHad } from './had';
import type { VoucherRow } from './machine';

/** Complaints that are shown one by one; of more, their number. */
const SHOWN = 50;

interface Entry {
  number: number;
  accountId: string;
  email: string;
}

type RowComplaint =
  | 'formula'
  | 'accountMissing'
  | 'emailMissing'
  | 'emailFormat'
  | 'duplicate'
  | 'noMatch'
  | 'ownMember'
  | 'limitReached';

/**
 * Gives the customers of an uploaded list a voucher each. One wrong row refuses the whole list, every wrong row is
 * named, so that nothing is half done (sales.md 1.1). Customers are named by account id and e-mail; both must match,
 * and which of them did not is not told.
 * @throws DomainError notFound; invalid with a complaint per row (`row.<number>`); refused, wrongState as the event
 */
export async function nameCustomersByList(
  actor: Actor,
  raw: { id?: unknown; fileId?: unknown; version?: unknown },
): Promise<{ count: number }> {
  const { batch, most } = await batchOf(actor, String(raw.id ?? ''));
  const fileId = String(raw.fileId ?? '');
  if (!fileId) throw invalid({ fileId: 'voucher.error.list.missing' });
  const entries = await entriesOf(actor, fileId, most);
  const buyerIds = await withActor(system('list of customers'), ({ tx }) =>
    checkEntries(tx, batch, entries),
  );
  await nameCustomers(actor, batch.id, { fileId, buyerIds });
  return { count: buyerIds.length };
}

function batchOf(actor: Actor, id: string): Promise<{ batch: VoucherRow; most: number }> {
  return withActor(actor, async ({ tx, now }) => {
    const [batch] = await tx.select().from(vouchers).where(eq(vouchers.id, id));
    if (!batch || actor.kind !== 'member' || batch.merchantId !== actor.merchantId) {
      throw notFound();
    }
    if (!can(actor, 'voucher.manage', { productId: batch.productId })) throw forbidden();
    if (batch.state !== 'active') {
      throw new DomainError('wrongState', { params: { noun: 'voucher', state: batch.state } });
    }
    return { batch, most: await settingReader(tx, now)('voucher.listMost') };
  });
}

async function entriesOf(actor: Actor, fileId: string, most: number): Promise<Entry[]> {
  let rows: TableRow[] | undefined;
  try {
    // One more for the heading.
    rows = await readTable(actor, fileId, 'voucherCustomers', { maxRows: most + 1 });
  } catch (error) {
    if (!(error instanceof TableRefused)) throw error;
    const key = `voucher.error.list.${error.reason}`;
    throw invalid({ fileId: { key, params: { most } } });
  }
  if (!rows) throw invalid({ fileId: 'file.error.missing' });
  const text = (cell: Cell | undefined) => (cell && 'text' in cell ? cell.text : '');
  const complaints = new Map<number, RowComplaint>();
  const first = new Map<string, number>();
  const entries: Entry[] = [];
  for (const { number, cells } of hasHeading(rows) ? rows.slice(1) : rows) {
    const [accountId, email] = [text(cells[0]), text(cells[1]).toLowerCase()];
    const complaint: RowComplaint | undefined = cells.slice(0, 2).some((cell) => 'formula' in cell)
      ? 'formula'
      : !accountId
        ? 'accountMissing'
        : !email
          ? 'emailMissing'
          : !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)
            ? 'emailFormat'
            : first.has(accountId)
              ? 'duplicate'
              : undefined;
    if (complaint) complaints.set(number, complaint);
    else entries.push({ number, accountId, email });
    first.set(accountId, number);
  }
  if (complaints.size > 0) throw wrongRows(complaints);
  if (entries.length === 0) throw invalid({ fileId: 'voucher.error.list.empty' });
  if (entries.length > most) {
    throw invalid({ fileId: { key: 'voucher.error.list.tooManyRows', params: { most } } });
  }
  return entries;
}

/** The template's heading, or any other: a row of data has an account id first. */
const hasHeading = ([row]: TableRow[]): boolean => {
  const cell = row?.cells[0];
  const mail = row?.cells[1];
  return (
    cell !== undefined &&
    'text' in cell &&
    !cell.text.startsWith('ac_') &&
    !(mail && 'text' in mail && mail.text.includes('@'))
  );
};

async function checkEntries(
  tx: Tx,
  batch: VoucherRow,
  entries: readonly Entry[],
): Promise<string[]> {
  const ids = sql.param(entries.map(({ accountId }) => accountId));
  const among = sql`any(${ids}::text[])`;
  const known = await tx
    .select({ id: accounts.id, email: accounts.email })
    .from(accounts)
    .where(and(sql`${accounts.id} = ${among}`, isNull(accounts.disabledAt)));
  const emailOf = new Map(known.map(({ id, email }) => [id, email.toLowerCase()]));
  const own = await tx
    .select({ id: members.accountId })
    .from(members)
    .where(and(eq(members.merchantId, batch.merchantId), isNull(members.removedAt)));
  const ownIds = new Set(own.map(({ id }) => id));
  const had = await countHad(
    tx,
    batch.id,
    entries.map(({ accountId }) => accountId),
  );
  const complaints = new Map<number, RowComplaint>();
  for (const { number, accountId, email } of entries) {
    if (emailOf.get(accountId) !== email) complaints.set(number, 'noMatch');
    else if (ownIds.has(accountId)) complaints.set(number, 'ownMember');
    else if ((had.get(accountId) ?? 0) >= batch.perUser) complaints.set(number, 'limitReached');
  }
  if (complaints.size > 0) throw wrongRows(complaints);
  return entries.map(({ accountId }) => accountId);
}

/** One complaint per row, in their order, and what is done about all of them. */
function wrongRows(complaints: ReadonlyMap<number, RowComplaint>): DomainError {
  const rows = [...complaints].sort(([a], [b]) => a - b);
  const fields: Record<string, FieldComplaint> = {
    fileId: { key: 'voucher.error.list.wrongRows', params: { count: rows.length } },
  };
  for (const [row, complaint] of rows.slice(0, SHOWN)) {
    fields[`row.${row}`] = { key: `voucher.error.row.${complaint}`, params: { row } };
  }
  if (rows.length > SHOWN) {
    const params = { count: rows.length - SHOWN };
    fields.more = { key: 'voucher.error.row.more', params };
  }
  return invalid(fields);
}
