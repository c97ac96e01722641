import { STANDING_STATES, type standings } from '@/db/schema/standing';
import { defineMachine, type Guard } from '@/lib/engine/define';
import { standingInputs } from './schema';

export type StandingRow = typeof standings.$inferSelect;

const DECADE = 3653 * 86_400_000;

const ahead: Guard<StandingRow, object> = ({ input, now }) => {
  if (input.until <= now) return 'untilPast';
  return input.until.getTime() - now.getTime() > DECADE ? 'untilFar' : undefined;
};

const DECIDED = ['standing.decide', 'standing.advance'] as const;

/**
 * How a merchant stands with the house (onboarding.md 9). Lists end by themselves; expulsion and exit do not end.
 * Open orders run to their end in every state.
 */
export const standing = defineMachine<StandingRow, object>()({
  noun: 'standing',
  states: STANDING_STATES,
  end: ['expelled', 'exited'],
  events: {
    open: {
      from: 'none',
      to: 'good',
      by: ['standing.advance'],
      input: standingInputs.open,
      notify: [],
    },
    yellowList: {
      from: ['good', 'yellowListed'],
      to: 'yellowListed',
      by: DECIDED,
      input: standingInputs.yellowList,
      guards: [ahead],
      notify: ['merchant'],
      rearm: true,
    },
    blacklist: {
      from: ['good', 'yellowListed', 'blacklisted'],
      to: 'blacklisted',
      by: DECIDED,
      input: standingInputs.blacklist,
      guards: [ahead],
      notify: ['merchant'],
      rearm: true,
    },
    expel: {
      from: ['good', 'yellowListed', 'blacklisted'],
      to: 'expelled',
      by: DECIDED,
      input: standingInputs.expel,
      notify: ['merchant'],
    },
    restore: {
      from: ['yellowListed', 'blacklisted'],
      to: 'good',
      by: DECIDED,
      input: standingInputs.restore,
      notify: ['merchant'],
    },
    expire: {
      from: ['yellowListed', 'blacklisted'],
      to: 'good',
      by: ['standing.advance'],
      notify: ['merchant'],
    },
    leave: { from: ['good'], to: 'exited', by: ['standing.advance'], notify: [] },
  },
  turn: { good: null, yellowListed: null, blacklisted: null, expelled: null, exited: null },
  deadlines: {
    yellowListed: [{ at: (row) => row.until, fire: 'expire' }],
    blacklisted: [{ at: (row) => row.until, fire: 'expire' }],
  },
});
