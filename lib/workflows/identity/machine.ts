import { IDENTITY_STATES, type identities } from '@/db/schema/identity';
import { defineMachine, type Guard } from '@/lib/engine/define';
import { identityInputs } from './schema';

export type IdentityRow = typeof identities.$inferSelect;

export interface IdentityFacts {
  /** What the account is confirmed as now. */
  live: {
    kind: 'personal' | 'enterprise';
    creditCode: string | null;
    idNumber: string | null;
  } | null;
  /** A request that is still open, other than the row itself. */
  otherOpen: boolean;
  /** The form was written for the other kind than the row is. */
  asked: { kind: string; creditCode: string | null; idNumber: string | null } | null;
}

type IdentityGuard = Guard<IdentityRow, IdentityFacts>;

const oneAtATime: IdentityGuard = ({ facts }) => (facts.otherOpen ? 'alreadyOpen' : undefined);

/** A company stays a company, and another legal entity is another account (onboarding.md 6). */
const sameEntity: IdentityGuard = ({ facts: { live, asked } }) => {
  if (!live || !asked) return undefined;
  if (live.kind === 'enterprise') {
    if (asked.kind !== 'enterprise') return 'notBackToPersonal';
    return asked.creditCode === live.creditCode ? undefined : 'otherEntity';
  }
  const other = asked.kind === 'personal' && live.idNumber && asked.idNumber !== live.idNumber;
  return other ? 'otherPerson' : undefined;
};

/** Real-name verification (实名认证) of a person or a company (onboarding.md 1.1 A4, 6). */
export const identity = defineMachine<IdentityRow, IdentityFacts>()({
  noun: 'identity',
  states: IDENTITY_STATES,
  end: ['withdrawn', 'superseded'],
  events: {
    submit: {
      from: 'none',
      to: 'pending',
      by: ['identity.submit'],
      input: identityInputs.submit,
      guards: [oneAtATime, sameEntity],
      notify: ['reviewers'],
    },
    resubmit: {
      from: ['rejected'],
      to: 'pending',
      by: ['identity.submit'],
      input: identityInputs.resubmit,
      guards: [sameEntity],
      notify: ['reviewers'],
    },
    withdraw: {
      from: ['pending', 'rejected'],
      to: 'withdrawn',
      by: ['identity.submit'],
      input: identityInputs.withdraw,
      notify: [],
    },
    confirm: {
      from: ['pending'],
      to: 'confirmed',
      by: ['identity.decide'],
      input: identityInputs.confirm,
      guards: [sameEntity],
      notify: ['applicant'],
    },
    reject: {
      from: ['pending'],
      to: 'rejected',
      by: ['identity.decide'],
      input: identityInputs.reject,
      notify: ['applicant'],
    },
    remind: {
      from: ['pending'],
      to: 'pending',
      by: ['identity.advance'],
      input: identityInputs.remind,
      notify: ['reviewers'],
    },
    supersede: {
      from: ['confirmed'],
      to: 'superseded',
      by: ['identity.advance'],
      input: identityInputs.supersede,
      notify: [],
    },
  },
  turn: {
    pending: 'operations',
    rejected: 'buyer',
    confirmed: null,
    withdrawn: null,
    superseded: null,
  },
  deadlines: {
    pending: [{ setting: 'identity.reviewWorkingDays', fire: 'remind', repeat: true }],
  },
  review: {
    state: 'pending',
    approve: 'confirm',
    reject: 'reject',
    permission: 'identity.decide',
  },
});
