import { and, count, eq, inArray } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { orderLines, orders, refunds, supervisions } from '@/db/schema';
import type { RefundTerms } from '@/db/schema/refund';
import { OPEN_REFUND_STATES } from '@/db/schema/refund';
import type { Fen } from '@/lib/money/ledger';
import { settingReader } from '@/lib/settings/read';
import { settingSource } from '@/lib/settings/source';
import { paidOf } from '@/lib/workflows/order/amounts';
import { isInvoiced } from '@/lib/workflows/order/invoiced';
import { chargingOf, type RefundAnswer, refundRule } from '@/lib/workflows/order/refund-rule';
import { supervision as supervisionMachine } from '@/lib/workflows/supervision/machine';

/** An order as a refund of it sees it. */
export interface RefundSubject {
  order: typeof orders.$inferSelect;
  line: typeof orderLines.$inferSelect;
  supervision: typeof supervisions.$inferSelect | undefined;
  /** Cash that the order was paid with. */
  paid: Fen;
  /** What the tables say of such a purchase (7.2, 7.3), as they stood when it was ordered. */
  answer: RefundAnswer;
  terms: RefundTerms;
  /** Paid and not yet accepted (section 1). */
  guaranteeOpen: boolean;
  appealing: boolean;
  /** An invoice of it stands. */
  invoiced: boolean;
  /** The request of this order that is open. */
  openId: string | undefined;
  /** Requests so far. */
  rounds: number;
  /** Complaint of `refund.error.open` that stands against a new request now; nothing when one may be made. */
  against: string | undefined;
}

/**
 * Reads an order for a refund; nothing for what was never paid. Needs the fence open.
 * @param lock holds record and order until the commit, in the order in which every event takes them, so that of an
 * acceptance, an invoice application and a refund at once each sees what the one before it left
 */
export async function readSubject(
  tx: Tx,
  orderId: string,
  lock = false,
): Promise<RefundSubject | undefined> {
  const recordQuery = tx.select().from(supervisions).where(eq(supervisions.orderId, orderId));
  const [supervision] = await (lock ? recordQuery.for('update') : recordQuery);
  const orderQuery = tx.select().from(orders).where(eq(orders.id, orderId));
  const [order] = await (lock ? orderQuery.for('update') : orderQuery);
  const [line] = await tx.select().from(orderLines).where(eq(orderLines.orderId, orderId));
  if (!order?.paidAt || !line) return undefined;
  const guaranteeOpen =
    order.state === 'processing' &&
    supervision !== undefined &&
    !supervisionMachine.end.includes(supervision.state);
  // As they stood when it was bought: a later change does not touch the order (design 3.8).
  const setting = settingReader(tx, order.createdAt);
  const answer = refundRule(
    { rules: await setting('refund.rules'), returns: await setting('refund.returns') },
    {
      occasion: 'request',
      deliveryType: supervision?.deliveryType ?? '',
      charging: chargingOf(line.billing),
      supervised: supervision !== undefined,
      facts: { guaranteeOpen },
    },
  );
  const source = await settingSource(tx, 'refund.rules', order.createdAt);
  const [open] = await tx
    .select({ id: refunds.id })
    .from(refunds)
    .where(and(eq(refunds.orderId, orderId), inArray(refunds.state, [...OPEN_REFUND_STATES])));
  const [asked] = await tx
    .select({ times: count() })
    .from(refunds)
    .where(eq(refunds.orderId, orderId));
  const known = {
    order,
    line,
    supervision,
    paid: paidOf(order),
    answer,
    terms: {
      ruleId: answer.id ?? 'none',
      route: answer.route,
      voucherBack: answer.comesBack?.voucher ?? false,
      versionId: source.versionId,
      effectiveFrom: source.effectiveFrom?.toISOString() ?? null,
    },
    guaranteeOpen,
    appealing: supervision?.state === 'appeal',
    invoiced: await isInvoiced(tx, orderId),
    openId: open?.id,
    rounds: asked?.times ?? 0,
  };
  return { ...known, against: complaintAgainst(known) };
}

/** The first thing that stands against a new request, in the order in which a person would ask. */
function complaintAgainst(subject: Omit<RefundSubject, 'against'>): RefundSubject['against'] {
  const { order, supervision, answer } = subject;
  if (order.state === 'processing' && !supervision) return 'notBegun';
  if (answer.route !== 'negotiated') return 'notNegotiated';
  if (answer.unmet[0]) return answer.unmet[0];
  if (subject.appealing) return 'appealOpen';
  if (subject.openId) return 'alreadyOpen';
  if (subject.invoiced) return 'invoiced';
  if (subject.paid === 0n) return 'nothingPaid';
  return undefined;
}
