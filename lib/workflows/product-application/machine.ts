import { APPLICATION_STATES, type productApplications } from '@/db/schema/product-application';
import { defineMachine, type GuardContext } from '@/lib/engine/define';
import { deliveryTypeOf } from '@/lib/workflows/product/delivery-types';
import { applicationInputs } from './schema';

export type ApplicationRow = typeof productApplications.$inferSelect;

/** What guards know from the database. */
export interface ApplicationFacts {
  /** The merchant's commercial information is certified. */
  certified: boolean;
  /** The merchant's standing lets it publish and change products. */
  maySell: boolean;
  /** State of the product to modify. */
  productState: string | null;
  /** Another application to modify the product is a draft or pending. */
  otherModify: boolean;
  /** No later application took this one's place (products.md 4.1). */
  latest: boolean;
  /** Applications of this delivery type can be withdrawn. */
  withdrawable: boolean;
  /** Rules that a rejection may cite. */
  ruleIds: string[];
}

type Context<Input = unknown> = GuardContext<ApplicationRow, ApplicationFacts, Input>;

const certified = ({ facts }: Context) => (facts.certified ? undefined : 'notCertified');

/** Who is on the blacklist, expelled or gone publishes and changes nothing (onboarding.md 9). */
const maySell = ({ facts }: Context) => (facts.maySell ? undefined : 'standing');

const offered = ({ input }: Context<{ class: string; deliveryType: string }>) =>
  deliveryTypeOf(input.deliveryType)?.classes.some((one) => one === input.class)
    ? undefined
    : 'notOffered';

const productSold = ({ facts }: Context) =>
  facts.productState === 'delisted' ? 'productDelisted' : undefined;

const onlyModify = ({ facts }: Context) => (facts.otherModify ? 'alreadyOpen' : undefined);

const isLatest = ({ row, facts }: Context) =>
  row.state === 'rejected' && !facts.latest ? 'notLatest' : undefined;

const withdrawable = ({ facts }: Context) => (facts.withdrawable ? undefined : 'notWithdrawable');

const knownRules = ({ input, facts }: Context<{ reasons: { rule: string }[] }>) =>
  input.reasons.every(({ rule }) => facts.ruleIds.includes(rule)) ? undefined : 'ruleUnknown';

const keep = ({ row }: Context) => row.state;
const MERCHANT = ['product.publish', 'product.modify'] as const;

/** One request to publish or modify a product (products.md 4.1). */
export const productApplication = defineMachine<ApplicationRow, ApplicationFacts>()({
  noun: 'productApplication',
  states: APPLICATION_STATES,
  end: ['approved', 'deleted'],
  events: {
    open: {
      from: 'none',
      to: 'draft',
      by: ['product.publish'],
      input: applicationInputs.open,
      guards: [certified, maySell, offered],
      notify: [],
    },
    openModify: {
      from: 'none',
      to: 'draft',
      by: ['product.modify'],
      input: applicationInputs.openModify,
      guards: [certified, maySell, productSold, onlyModify],
      notify: [],
    },
    save: {
      from: ['draft', 'rejected'],
      to: { oneOf: ['draft', 'rejected'], choose: keep },
      by: MERCHANT,
      input: applicationInputs.save,
      guards: [isLatest],
      notify: [],
    },
    submit: {
      from: ['draft'],
      to: 'pending',
      by: MERCHANT,
      input: applicationInputs.submit,
      guards: [certified, maySell, productSold, onlyModify],
      notify: ['reviewers'],
    },
    resubmit: {
      from: ['rejected'],
      to: 'pending',
      by: MERCHANT,
      input: applicationInputs.submit,
      guards: [certified, maySell, isLatest, productSold, onlyModify],
      notify: ['reviewers'],
    },
    withdraw: {
      from: ['pending'],
      to: 'draft',
      by: MERCHANT,
      guards: [withdrawable],
      notify: [],
    },
    approve: {
      from: ['pending'],
      to: 'approved',
      by: ['productApplication.decide'],
      input: applicationInputs.approve,
      guards: [maySell, productSold],
      notify: ['merchant'],
    },
    reject: {
      from: ['pending'],
      to: 'rejected',
      by: ['productApplication.decide'],
      input: applicationInputs.reject,
      guards: [knownRules],
      notify: ['merchant'],
    },
    remind: {
      from: ['pending'],
      to: 'pending',
      by: ['productApplication.advance'],
      notify: ['reviewers'],
    },
    delete: {
      from: ['draft', 'rejected'],
      to: 'deleted',
      by: MERCHANT,
      notify: [],
    },
  },
  turn: {
    draft: 'merchant',
    pending: 'operations',
    rejected: 'merchant',
    approved: null,
    deleted: null,
  },
  deadlines: { pending: [{ at: (row) => row.reviewDueAt, fire: 'remind' }] },
  review: {
    state: 'pending',
    approve: 'approve',
    reject: 'reject',
    permission: 'productApplication.decide',
  },
  subject: (row) => ({ productId: row.productId }),
});
