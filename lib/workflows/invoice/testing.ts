import { eq } from 'drizzle-orm';
import { getDatabase } from '@/db/client';
import {
  applied,
  makeInvoiceable,
  makeInvoiceBuyer,
  makeInvoicingMerchant,
} from '@/db/factories/invoice';
import { invoices } from '@/db/schema';
import { DomainError } from '@/lib/errors';

/** What a command answered: `done`, or the key or code of its refusal. */
export const refusal = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => {
      if (!(error instanceof DomainError)) throw error;
      return error.detail.key ?? error.code;
    },
  );
/** The complaint about each field, by its key. */
export const fieldsOf = (work: Promise<unknown>) =>
  work.then(
    () => ({}),
    (error: unknown) => {
      if (!(error instanceof DomainError)) throw error;
      return Object.fromEntries(
        Object.entries(error.detail.fields ?? {}).map(([path, { key }]) => [path, key]),
      );
    },
  );
/** The invoice as it is written. */
export const rowOf = async (id: string) => {
  const [row] = await getDatabase().select().from(invoices).where(eq(invoices.id, id));
  if (!row) throw new Error(id);
  return row;
};
/** A company that buys from a merchant, with ways to an order that can be invoiced and to its invoice. */
export async function invoiceScene() {
  const of = await makeInvoiceBuyer();
  const merchant = await makeInvoicingMerchant();
  const sold = (values: Parameters<typeof makeInvoiceable>[1] = {}) =>
    makeInvoiceable({ buyer: of.buyer, merchant }, values);
  const oneInvoice = async (type?: string, values?: Parameters<typeof sold>[0]) => {
    const { orderId } = await sold(values);
    return { orderId, ...(await applied(of, [orderId], type)) };
  };
  return { of, merchant, sold, oneInvoice };
}
