import { VOUCHER_STATES, type vouchers } from '@/db/schema/voucher';
import { defineMachine, type Guard } from '@/lib/engine/define';
import { voucherInputs } from './schema';

export type VoucherRow = typeof vouchers.$inferSelect;

/** What guards ask of the database. */
export interface VoucherFacts {
  /** Pieces that are neither given out nor promised to a list or a code. */
  left?: number;
  /** The merchant may not issue at the moment. */
  maySell?: boolean;
}

type VoucherGuard = Guard<VoucherRow, VoucherFacts>;

const notOver: VoucherGuard = ({ row, now }) => (now < row.endsAt ? undefined : 'over');
const maySell: VoucherGuard = ({ facts }) => (facts.maySell === false ? 'mayNotSell' : undefined);
const forNamed: VoucherGuard = ({ row }) => (row.distribution === 'named' ? undefined : 'notNamed');
const enoughForList: VoucherGuard = ({ input, facts }) =>
  input.buyerIds.length <= (facts.left ?? 0) ? undefined : 'tooFewLeft';
const enoughForCodes: VoucherGuard = ({ input, facts }) =>
  input.count <= (facts.left ?? 0) ? undefined : 'tooFewLeft';

/**
 * A batch of vouchers (sales.md 1.3). For general products it is active once issued; for joint products operators
 * look at it first. What was issued cannot be changed, only ended.
 */
export const voucher = defineMachine<VoucherRow, VoucherFacts>()({
  noun: 'voucher',
  states: VOUCHER_STATES,
  end: ['voided', 'expired', 'invalid'],
  events: {
    open: {
      from: 'none',
      to: 'draft',
      by: ['voucher.manage'],
      input: voucherInputs.open,
      guards: [maySell],
      notify: [],
    },
    edit: {
      from: ['draft', 'rejected'],
      to: { oneOf: ['draft', 'rejected'], choose: ({ row }) => row.state as 'draft' | 'rejected' },
      by: ['voucher.manage'],
      input: voucherInputs.edit,
      notify: [],
    },
    submit: {
      from: ['draft', 'rejected'],
      to: {
        oneOf: ['active', 'pendingReview'],
        choose: ({ row }) => (row.class === 'joint' ? 'pendingReview' : 'active'),
      },
      by: ['voucher.manage'],
      guards: [maySell, notOver],
      notify: ['reviewers'],
    },
    approve: {
      from: ['pendingReview'],
      to: 'active',
      by: ['voucher.decide'],
      input: voucherInputs.approve,
      guards: [notOver],
      notify: ['merchant'],
    },
    reject: {
      from: ['pendingReview'],
      to: 'rejected',
      by: ['voucher.decide'],
      input: voucherInputs.reject,
      notify: ['merchant'],
    },
    nameCustomers: {
      from: ['active'],
      to: 'active',
      by: ['voucher.manage'],
      input: voucherInputs.nameCustomers,
      guards: [notOver, forNamed, enoughForList],
      notify: [],
    },
    makeCodes: {
      from: ['active'],
      to: 'active',
      by: ['voucher.manage'],
      input: voucherInputs.makeCodes,
      guards: [notOver, enoughForCodes],
      notify: [],
    },
    void: {
      from: ['draft', 'rejected', 'pendingReview', 'active'],
      to: 'voided',
      by: ['voucher.manage'],
      notify: ['merchant'],
    },
    expire: { from: ['active'], to: 'expired', by: ['voucher.advance'], notify: ['merchant'] },
    invalidate: {
      from: ['draft', 'rejected', 'pendingReview', 'active'],
      to: 'invalid',
      by: ['voucher.advance'],
      input: voucherInputs.invalidate,
      notify: ['merchant'],
    },
  },
  turn: {
    draft: 'merchant',
    pendingReview: 'operations',
    rejected: 'merchant',
    active: null,
    voided: null,
    expired: null,
    invalid: null,
  },
  deadlines: { active: [{ at: (row) => row.endsAt, fire: 'expire' }] },
  review: {
    state: 'pendingReview',
    approve: 'approve',
    reject: 'reject',
    permission: 'voucher.decide',
  },
  subject: (row) => ({ productId: row.productId }),
});
