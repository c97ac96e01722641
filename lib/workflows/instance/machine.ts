import { INSTANCE_STATES, type instances } from '@/db/schema/instance';
import { defineMachine } from '@/lib/engine/define';
import { instanceInputs } from './schema';

export type InstanceRow = typeof instances.$inferSelect;

/** What the buyer owns after delivery (orders-and-refunds.md 1). */
export const instance = defineMachine<InstanceRow>()({
  noun: 'instance',
  states: INSTANCE_STATES,
  end: ['released'],
  events: {
    open: {
      from: 'none',
      to: 'active',
      by: ['instance.open'],
      input: instanceInputs.open,
      // The party that caused it is told by its own event.
      notify: [],
    },
    /** A refund took the service back (orders-and-refunds.md 5). */
    release: {
      from: ['active'],
      to: 'released',
      by: ['instance.release'],
      // The refund itself tells both sides.
      notify: [],
    },
  },
  turn: { active: null, released: null },
  subject: (row) => ({ productId: row.productId }),
});
