import {
  SUPERVISION_NODES,
  SUPERVISION_STATES,
  type SupervisionNode,
  type supervisions,
} from '@/db/schema/supervision';
import { defineMachine, type Guard, type GuardContext } from '@/lib/engine/define';
import type { OpenRefund } from './open-refund';
import { supervisionInputs } from './schema';
import type { Source } from './source';

export type SupervisionRow = typeof supervisions.$inferSelect;

export interface SupervisionFacts {
  /** The paid order a record is opened for; other events need no facts. */
  source?: Source;
  /** The request for a refund that is under way, for the events that a refund and the delivery both want. */
  refund?: OpenRefund | undefined;
}

type Rule = Guard<SupervisionRow, SupervisionFacts>;
type Ask<Input> = GuardContext<SupervisionRow, SupervisionFacts, Input>;
type Resume = { node?: SupervisionNode | undefined };

const orderIsPaid: Rule = ({ facts }) => (facts.source?.order.paidAt ? undefined : 'orderNotPaid');

/** A pass says that every item was looked at; one left open means refuse (service-supervision.md 2.2). */
const everyCheckPassed: Rule = ({ row, input }) =>
  row.demands.checks.every((key) => (input.checks as string[]).includes(key))
    ? undefined
    : 'checksOpen';

/** Once the merchant agreed to a refund, the money is on its way back: nothing is left to accept or to appeal. */
const noRefundAgreed: Rule = ({ facts }) =>
  facts.refund?.state === 'refunding' ? 'refundAgreed' : undefined;

/** The delivery is due by a promise of the product page that still lies ahead. */
const promised = (row: SupervisionRow) => row.deliverBy !== null && row.deliverBy > row.stateSince;

/** Nodes that this record passes, by its flow and scene. */
const passes = (row: SupervisionRow, node: SupervisionNode) =>
  node === 'reReview'
    ? row.reReview
    : (node !== 'requirement' && node !== 'requirementConfirm') || row.requirementStep;

/** Where an ended appeal leads: the node its decision names, else the one it stopped. */
const backTo = ({ row, input }: Ask<Resume>): SupervisionNode =>
  input.node ?? row.returnTo ?? 'delivery';

/** A node cannot be entered that the record does not pass, nor one at which something handed in is judged before it was. */
const nodeOfThisFlow = ({ row, input }: Ask<Resume>) => {
  const { node } = input;
  if (!node || node === row.returnTo) return undefined;
  if (!passes(row, node)) return 'nodeNotPassed';
  if (node === 'requirementConfirm' && row.requirementRound === 0) return 'nothingSubmitted';
  if ((node === 'reReview' || node === 'acceptance') && row.deliveryRound === 0) {
    return 'nothingDelivered';
  }
  return undefined;
};

/** Delivery of one order under control: manual service, template "standard", flows v1 and v2 (sections 3, 4.1, 4.2). */
export const supervision = defineMachine<SupervisionRow, SupervisionFacts>()({
  noun: 'supervision',
  states: SUPERVISION_STATES,
  end: ['done', 'closed'],
  events: {
    open: {
      from: 'none',
      to: {
        oneOf: ['requirement', 'delivery'],
        choose: ({ row }) => (row.requirementStep ? 'requirement' : 'delivery'),
      },
      by: ['supervision.open'],
      input: supervisionInputs.open,
      guards: [orderIsPaid],
      notify: ['buyer', 'merchant'],
    },
    submitRequirement: {
      from: ['requirement'],
      to: 'requirementConfirm',
      by: ['supervision.submit'],
      input: supervisionInputs.submitRequirement,
      notify: ['merchant'],
    },
    confirmRequirement: {
      from: ['requirementConfirm'],
      to: 'delivery',
      by: ['supervision.confirm'],
      input: supervisionInputs.confirmRequirement,
      notify: ['buyer'],
    },
    rejectRequirement: {
      from: ['requirementConfirm'],
      to: 'requirement',
      by: ['supervision.confirm'],
      input: supervisionInputs.rejectRequirement,
      notify: ['buyer'],
    },
    deliver: {
      from: ['delivery'],
      to: {
        oneOf: ['reReview', 'acceptance'],
        choose: ({ row }) => (row.reReview ? 'reReview' : 'acceptance'),
      },
      by: ['supervision.deliver'],
      input: supervisionInputs.deliver,
      notify: ['buyer'],
    },
    passReReview: {
      from: ['reReview'],
      to: 'acceptance',
      by: ['supervision.reReview'],
      input: supervisionInputs.passReReview,
      guards: [everyCheckPassed],
      notify: ['buyer', 'merchant'],
    },
    refuseReReview: {
      from: ['reReview'],
      to: 'delivery',
      by: ['supervision.reReview'],
      input: supervisionInputs.refuseReReview,
      notify: ['merchant'],
    },
    accept: {
      from: ['acceptance'],
      to: 'done',
      by: ['supervision.accept'],
      input: supervisionInputs.accept,
      guards: [noRefundAgreed],
      notify: ['merchant'],
    },
    reject: {
      from: ['acceptance'],
      to: 'delivery',
      by: ['supervision.accept'],
      input: supervisionInputs.reject,
      notify: ['merchant'],
    },
    freeze: {
      from: SUPERVISION_NODES,
      to: 'appeal',
      by: ['supervision.advance'],
      input: supervisionInputs.freeze,
      guards: [noRefundAgreed],
      // The appeal tells both sides, here as below.
      notify: [],
    },
    resume: {
      from: ['appeal'],
      to: { oneOf: SUPERVISION_NODES, choose: backTo },
      by: ['supervision.advance'],
      input: supervisionInputs.resume,
      guards: [nodeOfThisFlow],
      notify: [],
    },
    acceptByDecision: {
      from: ['appeal'],
      to: 'done',
      by: ['supervision.advance'],
      input: supervisionInputs.acceptByDecision,
      notify: [],
    },
    close: {
      from: [...SUPERVISION_NODES, 'appeal'],
      to: 'closed',
      by: ['supervision.advance'],
      input: supervisionInputs.close,
      notify: [],
    },
    remind: {
      from: ['requirement', 'requirementConfirm', 'delivery', 'reReview', 'acceptance'],
      to: {
        oneOf: ['requirement', 'requirementConfirm', 'delivery', 'reReview', 'acceptance'],
        choose: ({ row }) => row.state,
      },
      by: ['supervision.remind'],
      notify: ['turn'],
    },
  },
  turn: {
    requirement: 'buyer',
    requirementConfirm: 'merchant',
    delivery: 'merchant',
    reReview: 'operations',
    acceptance: 'buyer',
    appeal: 'operations',
    done: null,
    closed: null,
  },
  // Reminders only: a manual service is never accepted by itself (section 6).
  deadlines: {
    requirement: [{ setting: 'supervision.requirementDays', fire: 'remind', repeat: true }],
    requirementConfirm: [{ setting: 'supervision.confirmDays', fire: 'remind', repeat: true }],
    delivery: [
      {
        setting: 'supervision.deliveryDays',
        when: (row) => !promised(row),
        fire: 'remind',
        repeat: true,
      },
      { at: (row) => row.deliverBy, when: promised, fire: 'remind' },
    ],
    reReview: [{ setting: 'supervision.reReviewWorkingDays', fire: 'remind', repeat: true }],
    acceptance: [{ setting: 'supervision.acceptanceDays', fire: 'remind', repeat: true }],
  },
  review: {
    state: 'reReview',
    approve: 'passReReview',
    reject: 'refuseReReview',
    permission: 'supervision.reReview',
  },
  subject: (row) => ({ productId: row.productId }),
});
