import { PROFILE_EDIT_STATES, type profileEdits } from '@/db/schema/profile-edit';
import { defineMachine, type Guard } from '@/lib/engine/define';
import { profileEditInputs } from './schema';

export type ProfileEditRow = typeof profileEdits.$inferSelect;

export interface ProfileEditFacts {
  /** The owner's real name says another legal entity than the merchant's. */
  entityChanged: boolean;
  /** The owner's real name is no longer the one that was proposed. */
  nameChanged: boolean;
}

type ProfileEditGuard = Guard<ProfileEditRow, ProfileEditFacts>;

/** A merchant cannot become another legal entity (onboarding.md 6). */
const sameEntity: ProfileEditGuard = ({ facts }) =>
  facts.entityChanged ? 'legalEntityChanged' : undefined;

const sameName: ProfileEditGuard = ({ facts }) => (facts.nameChanged ? 'nameChanged' : undefined);

/** A reviewed change of a merchant's data (onboarding.md 6.2). */
export const profileEdit = defineMachine<ProfileEditRow, ProfileEditFacts>()({
  noun: 'profileEdit',
  states: PROFILE_EDIT_STATES,
  end: ['approved', 'discarded'],
  events: {
    open: {
      from: 'none',
      to: 'editing',
      by: ['profileEdit.submit'],
      input: profileEditInputs.open,
      guards: [sameEntity],
      notify: [],
    },
    save: {
      from: ['editing'],
      to: 'editing',
      by: ['profileEdit.submit'],
      input: profileEditInputs.save,
      notify: [],
    },
    revise: {
      from: ['rejected'],
      to: 'rejected',
      by: ['profileEdit.submit'],
      input: profileEditInputs.save,
      notify: [],
    },
    submit: {
      from: ['editing'],
      to: 'pendingReview',
      by: ['profileEdit.submit'],
      input: profileEditInputs.submit,
      guards: [sameEntity],
      notify: ['owner', 'reviewers'],
    },
    resubmit: {
      from: ['rejected'],
      to: 'pendingReview',
      by: ['profileEdit.submit'],
      input: profileEditInputs.submit,
      guards: [sameEntity],
      notify: ['owner', 'reviewers'],
    },
    withdraw: {
      from: ['pendingReview'],
      to: 'editing',
      by: ['profileEdit.submit'],
      input: profileEditInputs.withdraw,
      notify: [],
    },
    discard: {
      from: ['editing', 'rejected'],
      to: 'discarded',
      by: ['profileEdit.submit'],
      input: profileEditInputs.discard,
      notify: [],
    },
    approve: {
      from: ['pendingReview'],
      to: 'approved',
      by: ['profileEdit.decide'],
      input: profileEditInputs.approve,
      guards: [sameEntity, sameName],
      notify: ['owner', 'contacts'],
    },
    reject: {
      from: ['pendingReview'],
      to: 'rejected',
      by: ['profileEdit.decide'],
      input: profileEditInputs.reject,
      notify: ['owner', 'contacts'],
    },
    remind: {
      from: ['pendingReview'],
      to: 'pendingReview',
      by: ['profileEdit.advance'],
      notify: ['reviewers'],
    },
  },
  turn: {
    editing: 'merchant',
    pendingReview: 'operations',
    rejected: 'merchant',
    approved: null,
    discarded: null,
  },
  deadlines: {
    pendingReview: [{ setting: 'profileEdit.reviewWorkingDays', fire: 'remind', repeat: true }],
  },
  review: {
    state: 'pendingReview',
    approve: 'approve',
    reject: 'reject',
    permission: 'profileEdit.decide',
  },
});
