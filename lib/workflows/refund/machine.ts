import { REFUND_STATES, type refunds } from '@/db/schema/refund';
import { defineMachine, type Guard } from '@/lib/engine/define';
import { refundInputs } from './schema';
import type { RefundSubject } from './subject';

export type RefundRow = typeof refunds.$inferSelect;

export interface RefundFacts {
  /** The order that money is to come back from, locked; events that decide nothing about it need no facts. */
  subject?: RefundSubject;
}

type Rule = Guard<RefundRow, RefundFacts>;

/** Whatever stands against a request now; the page shows the same (`subject.ts`). */
const nothingAgainst: Rule = ({ facts }) => facts.subject?.against;

/** While an appeal is open only its decision moves the order (service-supervision.md 7). */
const noAppeal: Rule = ({ facts }) => (facts.subject?.appealing ? 'appealOpen' : undefined);

/** Accepted meanwhile, or closed by an appeal: there is nothing left to give back from. */
const guaranteeStillOpen: Rule = ({ facts }) =>
  facts.subject?.guaranteeOpen ? undefined : 'guaranteeOver';

/** A negotiated refund: the buyer asks, the merchant decides, the platform moves the money (orders-and-refunds.md 7.4). */
export const refund = defineMachine<RefundRow, RefundFacts>()({
  noun: 'refund',
  states: REFUND_STATES,
  end: ['refunded', 'withdrawn', 'rejected', 'ended'],
  events: {
    open: {
      from: 'none',
      to: 'awaitingMerchant',
      by: ['refund.request'],
      input: refundInputs.open,
      guards: [nothingAgainst],
      notify: ['merchant'],
    },
    withdraw: {
      from: ['awaitingMerchant'],
      to: 'withdrawn',
      by: ['refund.request'],
      notify: ['merchant'],
    },
    agree: {
      from: ['awaitingMerchant'],
      to: 'refunding',
      by: ['refund.decide'],
      input: refundInputs.agree,
      guards: [noAppeal, guaranteeStillOpen],
      notify: ['buyer'],
    },
    reject: {
      from: ['awaitingMerchant'],
      to: 'rejected',
      by: ['refund.decide'],
      input: refundInputs.reject,
      guards: [noAppeal, guaranteeStillOpen],
      notify: ['buyer'],
    },
    urge: {
      from: ['awaitingMerchant'],
      to: 'awaitingMerchant',
      by: ['refund.advance'],
      notify: ['merchant'],
    },
    remind: {
      from: ['awaitingMerchant'],
      to: 'awaitingMerchant',
      by: ['refund.advance'],
      notify: ['buyer', 'merchant'],
    },
    execute: {
      from: ['refunding'],
      to: 'refunded',
      by: ['refund.advance'],
      notify: ['buyer', 'merchant'],
    },
    late: {
      from: ['refunding'],
      to: 'refunding',
      by: ['refund.advance'],
      notify: ['operations'],
    },
    end: {
      from: ['awaitingMerchant'],
      to: 'ended',
      by: ['refund.advance'],
      input: refundInputs.end,
      notify: ['buyer', 'merchant'],
    },
  },
  turn: {
    awaitingMerchant: 'merchant',
    refunding: 'system',
    refunded: null,
    withdrawn: null,
    rejected: null,
    ended: null,
  },
  // Nothing is agreed by itself. The merchant is urged again and again; the buyer is told once, when the time is over,
  // how it reaches the merchant and that it may appeal (orders-and-refunds.md 8, O8).
  deadlines: {
    awaitingMerchant: [
      { setting: 'refund.urgeWorkingDays', fire: 'urge', repeat: true, early: true },
      { setting: 'refund.decideWorkingDays', fire: 'remind' },
    ],
    refunding: [{ setting: 'refund.executeHours', fire: 'late', repeat: true }],
  },
  subject: (row) => ({ productId: row.productId }),
});
