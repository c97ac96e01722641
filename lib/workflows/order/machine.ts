import { ORDER_STATES, type orders } from '@/db/schema/order';
import { defineMachine, type Guard } from '@/lib/engine/define';
import type { Fen } from '@/lib/money/ledger';
import { paidOf } from './amounts';
import { orderInputs, type RefundInput } from './schema';
import type { Standing } from './standing';

export type OrderRow = typeof orders.$inferSelect;

/** What guards ask of the database. */
export interface OrderFacts {
  /** Fen that the buyer can spend, locked until the payment commits. */
  balance?: Fen;
  /** How what was ordered stands in the shop. */
  standing?: Standing;
}

type OrderGuard = Guard<OrderRow, OrderFacts>;

const inTime: OrderGuard = ({ row, now }) => (now < row.payBy ? undefined : 'tooLate');
const stillSold: OrderGuard = ({ facts }) =>
  facts.standing === 'onSale'
    ? undefined
    : facts.standing === 'frozen'
      ? 'tradingFrozen'
      : 'noLongerSold';
const balanceEnough: OrderGuard = ({ row, facts }) =>
  (facts.balance ?? 0n) >= paidOf(row) ? undefined : 'balanceTooLow';
const notAbovePaid: OrderGuard = ({ row, input }) =>
  (input as RefundInput).amount <= paidOf(row) ? undefined : 'abovePaid';

/**
 * One purchase of a supervised service (orders-and-refunds.md 3). Paid money waits in guarantee until supervision
 * completes the order.
 */
export const order = defineMachine<OrderRow, OrderFacts>()({
  noun: 'order',
  states: ORDER_STATES,
  end: ['completed', 'cancelled'],
  events: {
    open: {
      from: 'none',
      to: 'pendingPayment',
      by: ['order.place'],
      input: orderInputs.open,
      notify: ['buyer', 'merchant'],
    },
    cancel: {
      from: ['pendingPayment'],
      to: 'cancelled',
      by: ['order.cancel'],
      notify: ['buyer', 'merchant'],
    },
    lapse: {
      from: ['pendingPayment'],
      to: 'cancelled',
      by: ['order.advance'],
      notify: ['buyer', 'merchant'],
    },
    invalidate: {
      from: ['pendingPayment'],
      to: 'cancelled',
      by: ['order.advance'],
      input: orderInputs.invalidate,
      notify: ['buyer', 'merchant'],
    },
    pay: {
      from: ['pendingPayment'],
      to: 'processing',
      by: ['order.pay'],
      guards: [inTime, stillSold, balanceEnough],
      notify: ['buyer', 'merchant'],
    },
    complete: {
      from: ['processing'],
      to: 'completed',
      by: ['order.advance'],
      notify: ['buyer', 'merchant'],
    },
    refund: {
      from: ['processing'],
      to: 'completed',
      by: ['order.advance'],
      input: orderInputs.refund,
      guards: [notAbovePaid],
      // The refund or the appeal that caused it tells both sides.
      notify: [],
    },
  },
  turn: { pendingPayment: 'buyer', processing: 'system', completed: null, cancelled: null },
  deadlines: { pendingPayment: [{ at: (row) => row.payBy, fire: 'lapse' }] },
  subject: (row) => ({ productId: row.productId }),
});
