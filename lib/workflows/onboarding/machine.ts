import { ONBOARDING_STATES, type onboardings } from '@/db/schema/onboarding';
import { defineMachine, type Guard } from '@/lib/engine/define';
import { allPassed, type Gate } from './gates';
import { onboardingInputs } from './schema';

export type OnboardingRow = typeof onboardings.$inferSelect;

export interface OnboardingFacts {
  gates: readonly Gate[];
  /** The applicant's real name says another legal entity than the application. */
  entityChanged: boolean;
}

type OnboardingGuard = Guard<OnboardingRow, OnboardingFacts>;

const gatesOpen: OnboardingGuard = ({ facts }) =>
  allPassed(facts.gates) ? undefined : 'gatesShut';

/** The company must not have become a merchant while the application was reviewed (A8). */
const companyFree: OnboardingGuard = ({ facts }) =>
  facts.gates.some(({ code, passed }) => code === 'A8' && !passed) ? 'companyTaken' : undefined;

const sameEntity: OnboardingGuard = ({ facts }) =>
  facts.entityChanged ? 'entityChanged' : undefined;

/** A company's application to become a merchant (onboarding.md 3.2). */
export const onboarding = defineMachine<OnboardingRow, OnboardingFacts>()({
  noun: 'onboarding',
  states: ONBOARDING_STATES,
  end: ['approved'],
  events: {
    open: {
      from: 'none',
      to: 'editing',
      by: ['onboarding.apply'],
      input: onboardingInputs.open,
      guards: [gatesOpen],
      notify: [],
    },
    save: {
      from: ['editing'],
      to: 'editing',
      by: ['onboarding.apply'],
      input: onboardingInputs.save,
      notify: [],
    },
    revise: {
      from: ['rejected'],
      to: 'rejected',
      by: ['onboarding.apply'],
      input: onboardingInputs.save,
      notify: [],
    },
    submit: {
      from: ['editing'],
      to: 'pendingReview',
      by: ['onboarding.apply'],
      input: onboardingInputs.submit,
      guards: [gatesOpen],
      notify: ['applicant', 'reviewers'],
    },
    resubmit: {
      from: ['rejected'],
      to: 'pendingReview',
      by: ['onboarding.apply'],
      input: onboardingInputs.submit,
      guards: [gatesOpen],
      notify: ['applicant', 'reviewers'],
    },
    withdraw: {
      from: ['pendingReview'],
      to: 'editing',
      by: ['onboarding.apply'],
      input: onboardingInputs.withdraw,
      notify: [],
    },
    approve: {
      from: ['pendingReview'],
      to: 'approved',
      by: ['onboarding.decide'],
      input: onboardingInputs.approve,
      guards: [companyFree, sameEntity],
      notify: ['applicant', 'contacts'],
    },
    reject: {
      from: ['pendingReview'],
      to: 'rejected',
      by: ['onboarding.decide'],
      input: onboardingInputs.reject,
      notify: ['applicant', 'contacts'],
    },
    remind: {
      from: ['pendingReview'],
      to: 'pendingReview',
      by: ['onboarding.advance'],
      notify: ['reviewers'],
    },
  },
  turn: {
    editing: 'merchant',
    pendingReview: 'operations',
    rejected: 'merchant',
    approved: null,
  },
  deadlines: {
    pendingReview: [{ setting: 'onboarding.reviewWorkingDays', fire: 'remind', repeat: true }],
  },
  review: {
    state: 'pendingReview',
    approve: 'approve',
    reject: 'reject',
    permission: 'onboarding.decide',
  },
});
