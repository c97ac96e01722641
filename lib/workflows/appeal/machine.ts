import { APPEAL_STATES, type AppealSide, type appeals } from '@/db/schema/appeal';
import { defineMachine, type Guard } from '@/lib/engine/define';
import type { Fen } from '@/lib/money/ledger';
import type { AppealGround } from '@/lib/settings/registry/appeal';
import type { SupervisionRow } from '@/lib/workflows/supervision/machine';
import { namedNodes } from './nodes';
import { appealInputs } from './schema';

export type AppealRow = typeof appeals.$inferSelect;

/** What guards ask of the database. */
export interface AppealFacts {
  /** The side that acts; nobody's when it is the house. */
  side?: AppealSide | undefined;
  /** The record that is disputed, locked until the event commits. */
  record?: SupervisionRow | undefined;
  /** A refund was agreed and its money is on the way. */
  refunding?: boolean;
  /** Cash of the order, in fen. */
  paid?: Fen | undefined;
  /** An invoice of the order stands: the order is locked, and no money may go back. */
  invoiced?: boolean;
  /** Grounds that the acting side may choose from. */
  grounds?: readonly AppealGround[];
}

type Rule = Guard<AppealRow, AppealFacts>;

const recordIsOpen: Rule = ({ facts: { record } }) =>
  !record || ['done', 'closed'].includes(record.state)
    ? 'recordEnded'
    : record.state === 'appeal'
      ? 'alreadyOpen'
      : undefined;

const noMoneyOnTheWay: Rule = ({ facts }) => (facts.refunding ? 'refunding' : undefined);

const ownAppeal: Rule = ({ row, facts }) => (facts.side === row.openedBy ? undefined : 'notYours');

const nodeOfTheRecord: Rule = ({ row, input, facts }) =>
  !input.node || (facts.record && namedNodes(facts.record, row.node).includes(input.node))
    ? undefined
    : 'nodeNotThere';

const somethingPaid: Rule = ({ row }) => (row.paid > 0n ? undefined : 'nothingPaid');

/** What is given back in part is less than all: that would be a full refund. */
const partOfThePaid: Rule = ({ row, input }) => (input.amount < row.paid ? undefined : 'notAPart');

const noInvoice: Rule = ({ facts }) => (facts.invoiced ? 'invoiced' : undefined);

const WAITING = ['awaitingBuyer', 'awaitingMerchant'] as const;

/** A dispute about one supervised order (service-supervision.md 7). */
export const appeal = defineMachine<AppealRow, AppealFacts>()({
  noun: 'appeal',
  states: APPEAL_STATES,
  end: ['decided', 'withdrawn'],
  events: {
    openAsBuyer: {
      from: 'none',
      to: 'handling',
      by: ['appeal.openAsBuyer'],
      input: appealInputs.openAsBuyer,
      guards: [recordIsOpen, noMoneyOnTheWay],
      notify: ['merchant', 'operations'],
    },
    openAsMerchant: {
      from: 'none',
      to: 'handling',
      by: ['appeal.open'],
      input: appealInputs.openAsMerchant,
      guards: [recordIsOpen, noMoneyOnTheWay],
      notify: ['buyer', 'operations'],
    },
    askBuyer: {
      from: ['handling'],
      to: 'awaitingBuyer',
      by: ['appeal.decide'],
      input: appealInputs.askBuyer,
      notify: ['buyer'],
    },
    askMerchant: {
      from: ['handling'],
      to: 'awaitingMerchant',
      by: ['appeal.decide'],
      input: appealInputs.askMerchant,
      notify: ['merchant'],
    },
    answerAsBuyer: {
      from: ['awaitingBuyer'],
      to: 'handling',
      by: ['appeal.answerAsBuyer'],
      input: appealInputs.answerAsBuyer,
      notify: ['operations'],
    },
    answerAsMerchant: {
      from: ['awaitingMerchant'],
      to: 'handling',
      by: ['appeal.answer'],
      input: appealInputs.answerAsMerchant,
      notify: ['operations'],
    },
    recall: {
      from: WAITING,
      to: 'handling',
      by: ['appeal.decide'],
      notify: ['asked'],
    },
    lapse: {
      from: WAITING,
      to: 'handling',
      by: ['appeal.remind'],
      notify: ['asked', 'operations'],
    },
    remindAsked: {
      from: WAITING,
      to: { oneOf: WAITING, choose: ({ row }) => row.state as (typeof WAITING)[number] },
      by: ['appeal.remind'],
      notify: ['asked'],
    },
    remind: {
      from: ['handling'],
      to: 'handling',
      by: ['appeal.remind'],
      notify: ['operations'],
    },
    withdraw: {
      from: ['handling', ...WAITING],
      to: 'withdrawn',
      by: ['appeal.withdraw'],
      guards: [ownAppeal],
      notify: ['other', 'operations'],
    },
    resume: {
      from: ['handling'],
      to: 'decided',
      by: ['appeal.decide'],
      input: appealInputs.resume,
      guards: [nodeOfTheRecord],
      notify: ['buyer', 'merchant'],
    },
    refundFull: {
      from: ['handling'],
      to: 'decided',
      by: ['appeal.decide'],
      input: appealInputs.refundFull,
      guards: [somethingPaid, noInvoice],
      notify: ['buyer', 'merchant'],
    },
    refundPart: {
      from: ['handling'],
      to: 'decided',
      by: ['appeal.decide'],
      input: appealInputs.refundPart,
      guards: [partOfThePaid, noInvoice],
      notify: ['buyer', 'merchant'],
    },
    complete: {
      from: ['handling'],
      to: 'decided',
      by: ['appeal.decide'],
      input: appealInputs.complete,
      notify: ['buyer', 'merchant'],
    },
  },
  turn: {
    handling: 'operations',
    awaitingBuyer: 'buyer',
    awaitingMerchant: 'merchant',
    decided: null,
    withdrawn: null,
  },
  deadlines: {
    // Counted from the opening: what is asked in between does not stop the clock of the house.
    handling: [
      {
        setting: 'appeal.handleWorkingDays',
        when: (row) => row.requests === 0,
        fire: 'remind',
        repeat: true,
      },
      { at: (row) => row.handleBy, when: (row) => row.requests > 0, fire: 'remind' },
    ],
    awaitingBuyer: waitFor(),
    awaitingMerchant: waitFor(),
  },
  subject: (row) => ({ productId: row.productId }),
});

function waitFor() {
  return [
    { at: (row: AppealRow) => row.answerBy, fire: 'lapse' as const },
    {
      at: (row: AppealRow) => row.remindAskedAt,
      fire: 'remindAsked' as const,
      early: true as const,
    },
  ];
}
