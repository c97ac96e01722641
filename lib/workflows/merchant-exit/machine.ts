import { MERCHANT_EXIT_STATES, type merchantExits } from '@/db/schema/merchant-exit';
import { defineMachine, type Guard } from '@/lib/engine/define';
import type { ObstacleKind } from './obstacles';
import { merchantExitInputs } from './schema';

export type MerchantExitRow = typeof merchantExits.$inferSelect;

export interface MerchantExitFacts {
  /** What is in the way, read alone with the merchant's standing. */
  obstacles?: readonly ObstacleKind[];
  /** Another request waits. */
  alreadyOpen?: boolean;
}

type ExitGuard = Guard<MerchantExitRow, MerchantExitFacts>;

/** All preconditions, at the request and again at the approval (onboarding.md 6.1). */
const cleared: ExitGuard = ({ facts }) => facts.obstacles?.[0];
const onlyOne: ExitGuard = ({ facts }) => (facts.alreadyOpen ? 'alreadyOpen' : undefined);

/** A merchant's request to leave the marketplace (onboarding.md 6.1). Approval is final for the account. */
export const merchantExit = defineMachine<MerchantExitRow, MerchantExitFacts>()({
  noun: 'merchantExit',
  states: MERCHANT_EXIT_STATES,
  end: ['approved', 'rejected', 'withdrawn'],
  events: {
    request: {
      from: 'none',
      to: 'pendingReview',
      by: ['merchantExit.request'],
      input: merchantExitInputs.request,
      guards: [onlyOne, cleared],
      notify: ['reviewers'],
    },
    withdraw: {
      from: ['pendingReview'],
      to: 'withdrawn',
      by: ['merchantExit.request'],
      notify: [],
    },
    approve: {
      from: ['pendingReview'],
      to: 'approved',
      by: ['merchantExit.decide'],
      input: merchantExitInputs.approve,
      guards: [cleared],
      notify: ['owner'],
    },
    reject: {
      from: ['pendingReview'],
      to: 'rejected',
      by: ['merchantExit.decide'],
      input: merchantExitInputs.reject,
      notify: ['owner'],
    },
    remind: {
      from: ['pendingReview'],
      to: 'pendingReview',
      by: ['merchantExit.advance'],
      notify: ['reviewers'],
    },
  },
  turn: { pendingReview: 'operations', approved: null, rejected: null, withdrawn: null },
  deadlines: {
    pendingReview: [{ setting: 'merchantExit.reviewWorkingDays', fire: 'remind', repeat: true }],
  },
  review: {
    state: 'pendingReview',
    approve: 'approve',
    reject: 'reject',
    permission: 'merchantExit.decide',
  },
});
