import { VIOLATION_STATES, type violations } from '@/db/schema/violation';
import { defineMachine } from '@/lib/engine/define';
import { violationInputs } from './schema';

export type ViolationRow = typeof violations.$inferSelect;

/**
 * A recorded breach (onboarding.md 9). It takes effect at once; the merchant may answer it once, operations look again
 * and uphold or revoke it. A revoked one counts no points.
 */
export const violation = defineMachine<ViolationRow, object>()({
  noun: 'violation',
  states: VIOLATION_STATES,
  end: ['revoked'],
  events: {
    record: {
      from: 'none',
      to: 'recorded',
      by: ['violation.record'],
      input: violationInputs.record,
      notify: ['merchant'],
    },
    answer: {
      from: ['recorded'],
      to: 'answered',
      by: ['violation.answer'],
      input: violationInputs.answer,
      notify: ['operations'],
    },
    lapse: {
      from: ['recorded'],
      to: 'upheld',
      by: ['violation.advance'],
      notify: ['merchant'],
    },
    uphold: {
      from: ['answered'],
      to: 'upheld',
      by: ['violation.decide'],
      input: violationInputs.uphold,
      notify: ['merchant'],
    },
    revoke: {
      from: ['recorded', 'answered', 'upheld'],
      to: 'revoked',
      by: ['violation.decide'],
      input: violationInputs.revoke,
      notify: ['merchant'],
    },
    remind: {
      from: ['answered'],
      to: 'answered',
      by: ['violation.advance'],
      notify: ['operations'],
    },
  },
  turn: { recorded: 'merchant', answered: 'operations', upheld: null, revoked: null },
  deadlines: {
    recorded: [{ setting: 'violation.answerWorkingDays', fire: 'lapse' }],
    answered: [{ setting: 'violation.replyWorkingDays', fire: 'remind', repeat: true }],
  },
});
