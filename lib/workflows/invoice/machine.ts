import { INVOICE_STATES, type invoices } from '@/db/schema/invoice';
import { defineMachine } from '@/lib/engine/define';
import { invoiceInputs } from './schema';

export type InvoiceRow = typeof invoices.$inferSelect;

/**
 * An invoice from merchant to customer (money.md 2.4). Its orders are bound to it until it is revoked before it is
 * issued, or returned after it was signed for. A new one is a new application that names the old.
 */
export const invoice = defineMachine<InvoiceRow>()({
  noun: 'invoice',
  states: INVOICE_STATES,
  end: ['revoked', 'returned'],
  events: {
    open: {
      from: 'none',
      to: 'toIssue',
      by: ['invoice.apply'],
      input: invoiceInputs.open,
      notify: ['merchant'],
    },
    issue: {
      from: ['toIssue'],
      to: 'toSign',
      by: ['invoice.issue'],
      input: invoiceInputs.issue,
      notify: ['buyer', 'receiver'],
    },
    reject: {
      from: ['toIssue'],
      to: 'revoked',
      by: ['invoice.issue'],
      input: invoiceInputs.reject,
      notify: ['buyer'],
    },
    revoke: { from: ['toIssue'], to: 'revoked', by: ['invoice.apply'], notify: ['merchant'] },
    remind: { from: ['toIssue'], to: 'toIssue', by: ['invoice.advance'], notify: ['merchant'] },
    overdue: {
      from: ['toIssue'],
      to: 'toIssue',
      by: ['invoice.advance'],
      notify: ['merchant', 'finance'],
    },
    sign: {
      from: ['toSign'],
      to: 'done',
      by: ['invoice.sign'],
      notify: ['merchant', 'buyer'],
    },
    autoSign: {
      from: ['toSign'],
      to: 'done',
      by: ['invoice.advance'],
      notify: ['merchant', 'buyer'],
    },
    takeBack: {
      from: ['done'],
      to: 'returned',
      by: ['invoice.issue'],
      input: invoiceInputs.takeBack,
      notify: ['buyer'],
    },
  },
  turn: { toIssue: 'merchant', toSign: 'buyer', done: null, revoked: null, returned: null },
  deadlines: {
    toIssue: [
      { setting: 'invoice.remindAfterDays', fire: 'remind', early: true },
      { setting: 'invoice.issueDays', fire: 'overdue', repeat: true },
    ],
    toSign: [{ setting: 'invoice.signDays', fire: 'autoSign' }],
  },
  subject: (row) => ({ productId: row.productId }),
});
