import { TOP_UP_STATES, type topUps } from '@/db/schema/top-up';
import { defineMachine, type Guard } from '@/lib/engine/define';
import { topUpInputs } from './schema';

export type TopUpRow = typeof topUps.$inferSelect;

/** What guards ask of the database. */
export interface TopUpFacts {
  /** Another top-up was confirmed with this bank reference. */
  referenceTaken?: boolean;
  /** The same slip, byte for byte, waits or was confirmed elsewhere. */
  slipTaken?: boolean;
  providerOffered?: boolean;
}

type TopUpGuard = Guard<TopUpRow, TopUpFacts>;

const amountMatches: TopUpGuard = ({ row, input }) =>
  input.amount === row.amount ? undefined : 'amountDiffers';
const referenceFree: TopUpGuard = ({ facts }) =>
  facts.referenceTaken ? 'referenceTaken' : undefined;
const slipFresh: TopUpGuard = ({ facts }) => (facts.slipTaken ? 'slipTaken' : undefined);
const providerOffered: TopUpGuard = ({ facts }) =>
  facts.providerOffered ? undefined : 'providerOff';
const samePayment: TopUpGuard = ({ row, input }) =>
  row.providerRef === null || row.providerRef === input.providerRef ? undefined : 'otherPayment';

/**
 * A top-up of a buyer's balance (design 3.6). By transfer: asked with a slip, confirmed or refused by finance. By a
 * provider: paid outside, settled by its signed call. A late success still counts: money that came is never lost.
 */
export const topUp = defineMachine<TopUpRow, TopUpFacts>()({
  noun: 'topUp',
  states: TOP_UP_STATES,
  end: ['confirmed', 'refused', 'withdrawn'],
  events: {
    open: {
      from: 'none',
      to: 'pending',
      by: ['topUp.request'],
      input: topUpInputs.open,
      guards: [slipFresh],
      notify: ['finance'],
    },
    confirm: {
      from: ['pending'],
      to: 'confirmed',
      by: ['topUp.confirm'],
      input: topUpInputs.confirm,
      guards: [amountMatches, referenceFree],
      notify: ['buyer'],
    },
    refuse: {
      from: ['pending'],
      to: 'refused',
      by: ['topUp.confirm'],
      input: topUpInputs.refuse,
      notify: ['buyer'],
    },
    withdraw: { from: ['pending'], to: 'withdrawn', by: ['topUp.request'], notify: [] },
    remind: { from: ['pending'], to: 'pending', by: ['topUp.advance'], notify: ['finance'] },
    start: {
      from: 'none',
      to: 'paying',
      by: ['topUp.request'],
      input: topUpInputs.start,
      guards: [providerOffered],
      notify: [],
    },
    link: {
      from: ['paying'],
      to: 'paying',
      by: ['topUp.advance'],
      input: topUpInputs.link,
      notify: [],
    },
    settle: {
      from: ['paying', 'failed'],
      to: 'confirmed',
      by: ['topUp.advance'],
      input: topUpInputs.settle,
      guards: [samePayment, amountMatches],
      notify: ['buyer'],
    },
    fail: {
      from: ['paying'],
      to: 'failed',
      by: ['topUp.advance'],
      input: topUpInputs.fail,
      notify: ['buyer'],
    },
    expire: { from: ['paying'], to: 'failed', by: ['topUp.advance'], notify: [] },
  },
  turn: {
    pending: 'operations',
    paying: 'buyer',
    confirmed: null,
    refused: null,
    withdrawn: null,
    failed: null,
  },
  deadlines: {
    pending: [{ setting: 'topUp.confirmWorkingDays', fire: 'remind', repeat: true }],
    paying: [{ setting: 'topUp.payWithinMinutes', fire: 'expire' }],
  },
  review: { state: 'pending', approve: 'confirm', reject: 'refuse', permission: 'topUp.confirm' },
});
