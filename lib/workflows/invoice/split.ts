import type { Fen } from '@/lib/money/ledger';
import { containedTax } from '@/lib/workflows/order/fee';

/** What an invoice looks at of an order line; amounts in fen, the rate in basis points. */
export interface SoldPart {
  id: string;
  amount: Fen;
  voucherAmount: Fen;
  taxRate: number;
}

export interface SoldOrder<Line extends SoldPart = SoldPart> {
  id: string;
  /** Fen of cash that went back to the customer. */
  refunded: Fen;
  lines: readonly Line[];
}

/** A line with what of it is invoiced: amount − voucher − its part of the refund. */
export interface InvoicePart<Line extends SoldPart = SoldPart> {
  orderId: string;
  line: Line;
  refunded: Fen;
  amount: Fen;
}

/** One invoice: one rate (money.md 2.1). */
export interface InvoiceShare<Line extends SoldPart = SoldPart> {
  taxRate: number;
  amount: Fen;
  /** Contained in the amount. */
  tax: Fen;
  parts: InvoicePart<Line>[];
}

/**
 * What of an order is invoiced, line by line. A refund of a part of the order falls on its lines in proportion to the
 * cash paid for them, in whole fen that sum to the refund.
 */
export function partsOf<Line extends SoldPart>(order: SoldOrder<Line>): InvoicePart<Line>[] {
  const cash = order.lines.reduce((sum, line) => sum + line.amount - line.voucherAmount, 0n);
  let before = 0n;
  return order.lines.map((line) => {
    const paid = line.amount - line.voucherAmount;
    const after = before + paid;
    const refunded =
      cash === 0n ? 0n : (order.refunded * after) / cash - (order.refunded * before) / cash;
    before = after;
    return { orderId: order.id, line, refunded, amount: paid - refunded };
  });
}

/** Fen of an order that can be invoiced. */
export const invoiceableOf = (order: SoldOrder): Fen =>
  partsOf(order).reduce((sum, part) => sum + part.amount, 0n);

/** The invoices that result from some orders of one merchant, one per rate, highest first. */
export function splitByRate<Line extends SoldPart>(
  orders: readonly SoldOrder<Line>[],
): InvoiceShare<Line>[] {
  const byRate = new Map<number, InvoicePart<Line>[]>();
  for (const part of orders.flatMap((order) => partsOf(order))) {
    if (part.amount === 0n) continue;
    byRate.set(part.line.taxRate, [...(byRate.get(part.line.taxRate) ?? []), part]);
  }
  return [...byRate.entries()]
    .sort(([a], [b]) => b - a)
    .map(([taxRate, parts]) => {
      const amount = parts.reduce((sum, part) => sum + part.amount, 0n);
      return { taxRate, amount, tax: containedTax(amount, taxRate), parts };
    });
}
