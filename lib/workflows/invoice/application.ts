import { and, eq, isNull } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { accounts, invoiceContacts, invoiceTitles, merchants } from '@/db/schema';
import type { InvoiceKind, InvoiceMedium } from '@/db/schema/invoice';
import { type FieldComplaint, invalid, notFound, refused } from '@/lib/errors';
import type { Fen } from '@/lib/money/ledger';
import { enterpriseTitles } from '@/lib/records/invoice-title-permit/queries';
import type { SettingReader } from '@/lib/settings/read';
import { type BilledOrder, type OrderLineRow, readBilledOrders } from './orders';
import { type InvoiceChoice, kindAndMedium } from './schema';
import { type InvoiceShare, splitByRate } from './split';

type TitleRow = typeof invoiceTitles.$inferSelect;
type ContactRow = typeof invoiceContacts.$inferSelect;

export interface PlannedInvoice extends InvoiceShare<OrderLineRow> {
  /** Who pays the courier (money.md 2.1); null where nothing is posted. */
  courierPaidBy: 'buyer' | 'merchant' | null;
}

/** An application as it would be made now: everything that its invoices freeze. */
export interface Application {
  orders: BilledOrder[];
  merchantId: string;
  title: TitleRow;
  contact: ContactRow;
  kind: InvoiceKind;
  medium: InvoiceMedium;
  invoices: PlannedInvoice[];
}

/**
 * Checks a choice against orders, merchant and titles (money.md 2.3). Needs the fence open.
 * @throws DomainError notFound for orders of others; refused `invoice.error.open.*` about an order; invalid per field
 */
export async function readApplication(
  tx: Tx,
  choice: InvoiceChoice,
  {
    buyerId,
    setting,
    lock,
    applicationId,
  }: { buyerId: string; setting: SettingReader; lock: boolean; applicationId?: string },
): Promise<Application> {
  const most = await setting('invoice.ordersMost');
  if (choice.orderIds.length > most) throw refused('invoice.error.open.tooMany', { most });
  const orders = await readBilledOrders(tx, {
    ids: choice.orderIds,
    buyerId,
    lock,
    applicationId,
  });
  const merchantId = requireOrders(orders, choice.orderIds);
  const { kind, medium } = kindAndMedium(choice.type);
  const title = await findTitle(tx, buyerId, choice.titleId);
  const contactKind = medium === 'paper' ? 'post' : 'mail';
  const contactField = medium === 'paper' ? 'postId' : 'mailId';
  const contact = await findContact(tx, buyerId, contactKind, choice[contactField]);
  const fields: Record<string, FieldComplaint | string> = {};
  if (!title) fields.titleId = 'invoice.error.open.titleMissing';
  else if (!(await mayBear(tx, buyerId, title)))
    fields.titleId = 'invoice.error.open.titleNotAllowed';
  if (!contact) fields[contactField] = `invoice.error.open.${contactField}Missing`;
  const [merchant] = await tx
    .select({ types: merchants.invoiceTypes })
    .from(merchants)
    .where(eq(merchants.id, merchantId));
  const complaint = typeComplaint(choice.type, merchant?.types ?? [], title);
  if (complaint) fields.type = `invoice.error.open.${complaint}`;
  if (!title || !contact || Object.keys(fields).length > 0) throw invalid(fields);
  const freeFrom = BigInt(await setting('invoice.courierFreeFrom'));
  const invoices = splitByRate(orders).map((share) => ({
    ...share,
    courierPaidBy: courierPayer(medium, share.amount, freeFrom),
  }));
  return { orders, merchantId, title, contact, kind, medium, invoices };
}

function requireOrders(orders: readonly BilledOrder[], wanted: readonly string[]): string {
  const [first] = orders;
  if (!first || orders.length !== wanted.length) throw notFound();
  const merchantId = first.row.merchantId;
  if (orders.some(({ row }) => row.merchantId !== merchantId)) {
    throw refused('invoice.error.open.severalMerchants');
  }
  const blocked = orders.find(({ obstacle }) => obstacle);
  if (blocked) {
    throw refused(`invoice.error.open.${blocked.obstacle}`, { order: blocked.row.number });
  }
  return merchantId;
}

/** Why a combination of kind and medium is not to be had, if it is not (money.md 2.2, 2.3). */
export function typeComplaint(
  type: InvoiceChoice['type'],
  offered: readonly string[],
  title: Pick<TitleRow, 'kind' | 'special' | 'taxId'> | undefined,
): 'typeNotOffered' | 'specialNeedsEnterprise' | 'specialIncomplete' | undefined {
  if (!offered.includes(type)) return 'typeNotOffered';
  if (!type.startsWith('special') || !title) return undefined;
  if (title.kind !== 'enterprise') return 'specialNeedsEnterprise';
  return title.special && title.taxId ? undefined : 'specialIncomplete';
}

/** Who pays the courier: the customer below the limit, else the merchant; nobody where nothing is posted. */
const courierPayer = (
  medium: InvoiceMedium,
  face: Fen,
  freeFrom: Fen,
): 'buyer' | 'merchant' | null =>
  medium !== 'paper' ? null : face < freeFrom ? 'buyer' : 'merchant';

/** Whether an enterprise title is still the company's: a name that changed or a permit taken back ends it (money.md 2.3). */
async function mayBear(tx: Tx, accountId: string, title: TitleRow): Promise<boolean> {
  if (title.kind !== 'enterprise') return true;
  const [account] = await tx.select().from(accounts).where(eq(accounts.id, accountId));
  return account !== undefined && (await enterpriseTitles(tx, account)).includes(title.title);
}

async function findTitle(tx: Tx, accountId: string, id: string): Promise<TitleRow | undefined> {
  const [row] = await tx
    .select()
    .from(invoiceTitles)
    .where(
      and(
        eq(invoiceTitles.id, id),
        eq(invoiceTitles.accountId, accountId),
        isNull(invoiceTitles.removedAt),
      ),
    );
  return row;
}

async function findContact(
  tx: Tx,
  accountId: string,
  kind: ContactRow['kind'],
  id: string,
): Promise<ContactRow | undefined> {
  const [row] = await tx
    .select()
    .from(invoiceContacts)
    .where(
      and(
        eq(invoiceContacts.id, id),
        eq(invoiceContacts.accountId, accountId),
        eq(invoiceContacts.kind, kind),
        isNull(invoiceContacts.removedAt),
      ),
    );
  return row;
}
