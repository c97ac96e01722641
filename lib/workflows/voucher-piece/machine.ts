import { PIECE_STATES, type PieceState, type voucherPieces } from '@/db/schema/voucher';
import { defineMachine, type Guard, type GuardContext } from '@/lib/engine/define';
import type { VoucherRow } from '@/lib/workflows/voucher/machine';
import { voucherPieceInputs } from './schema';

export type VoucherPieceRow = typeof voucherPieces.$inferSelect;

/** What guards ask of the database. */
export interface VoucherPieceFacts {
  /** The piece's batch, held as it is until the commit. */
  batch?: VoucherRow | undefined;
  /** How many pieces of the batch this customer has or had. */
  mine?: number;
  /** The customer acts for the merchant that issued it. */
  ownMerchant?: boolean;
  /** Of an activation code: whether there is such a code, and whether it is used. */
  code?: 'unknown' | 'used' | 'fresh';
  /** Of a customer of a list: whether the piece was given before. */
  given?: boolean;
}

type PieceGuard = Guard<VoucherPieceRow, VoucherPieceFacts>;

const offered: PieceGuard = ({ facts: { batch } }) =>
  batch?.state === 'active' && batch.distribution === 'public' && batch.showOnPage
    ? undefined
    : 'notOffered';
const active: PieceGuard = ({ facts: { batch } }) =>
  batch?.state === 'active' ? undefined : 'batchEnded';
const notOver: PieceGuard = ({ facts: { batch }, now }) =>
  batch && now < batch.endsAt ? undefined : 'over';
const notOwn: PieceGuard = ({ facts }) => (facts.ownMerchant ? 'ownMerchant' : undefined);
const belowLimit: PieceGuard = ({ facts: { mine = 0, batch } }) =>
  mine < (batch?.perUser ?? 0) ? undefined : 'limitReached';
const codeFresh: PieceGuard = ({ facts }) =>
  facts.code === 'fresh' ? undefined : facts.code === 'used' ? 'codeUsed' : 'codeUnknown';
const notGiven: PieceGuard = ({ facts }) => (facts.given ? 'given' : undefined);

const batchOver: PieceGuard = ({ facts: { batch } }) =>
  batch?.state === 'active' ? 'batchActive' : undefined;

/** What a piece is once no order holds it: what its batch and its dates leave of it (sales.md 1.3). */
export function freed({
  row,
  facts: { batch },
  now,
}: GuardContext<VoucherPieceRow, VoucherPieceFacts>): PieceState {
  if (batch?.state === 'voided') return 'voided';
  if (batch?.state === 'invalid') return 'invalid';
  return now < row.endsAt ? 'claimed' : 'expired';
}

const FREED = ['claimed', 'expired', 'voided', 'invalid'] as const;
const back = (context: GuardContext<VoucherPieceRow, VoucherPieceFacts>) =>
  freed(context) as (typeof FREED)[number];

/**
 * One voucher in a customer's hands (sales.md 1.3). An order that is not paid yet holds it; what an order holds is
 * kept for it, whatever ends meanwhile.
 */
export const voucherPiece = defineMachine<VoucherPieceRow, VoucherPieceFacts>()({
  noun: 'voucherPiece',
  states: PIECE_STATES,
  end: ['expired', 'voided', 'invalid'],
  events: {
    claim: {
      from: 'none',
      to: 'claimed',
      by: ['voucherPiece.claim'],
      input: voucherPieceInputs.claim,
      guards: [offered, notOver, notOwn, belowLimit],
      notify: [],
    },
    activate: {
      from: 'none',
      to: 'claimed',
      by: ['voucherPiece.claim'],
      input: voucherPieceInputs.activate,
      guards: [codeFresh, active, notOver, notOwn, belowLimit],
      notify: [],
    },
    give: {
      from: 'none',
      to: 'claimed',
      by: ['voucherPiece.advance'],
      input: voucherPieceInputs.give,
      guards: [notGiven, active, notOver],
      notify: ['buyer'],
    },
    lock: {
      from: ['claimed'],
      to: 'locked',
      by: ['voucherPiece.advance'],
      input: voucherPieceInputs.lock,
      guards: [active, notOver],
      notify: [],
    },
    use: { from: ['locked'], to: 'used', by: ['voucherPiece.advance'], notify: [] },
    release: {
      from: ['locked'],
      to: { oneOf: FREED, choose: back },
      by: ['voucherPiece.advance'],
      notify: [],
    },
    giveBack: {
      from: ['used'],
      to: { oneOf: FREED, choose: back },
      by: ['voucherPiece.advance'],
      notify: ['buyer'],
    },
    remind: {
      from: ['claimed'],
      to: 'claimed',
      by: ['voucherPiece.advance'],
      notify: ['buyer'],
    },
    expire: { from: ['claimed'], to: 'expired', by: ['voucherPiece.advance'], notify: [] },
    endWithBatch: {
      from: ['claimed'],
      to: { oneOf: ['voided', 'invalid', 'expired'], choose: ended },
      by: ['voucherPiece.advance'],
      guards: [batchOver],
      notify: ['buyer'],
    },
  },
  turn: {
    claimed: null,
    locked: 'buyer',
    used: null,
    expired: null,
    voided: null,
    invalid: null,
  },
  deadlines: {
    claimed: [
      { at: (row) => row.endsAt, fire: 'expire' },
      { at: (row) => row.remindAt, fire: 'remind', early: true },
    ],
  },
  subject: (row) => ({ productId: row.productId }),
});

function ended(context: GuardContext<VoucherPieceRow, VoucherPieceFacts>) {
  const state = freed(context);
  return state === 'voided' || state === 'expired' ? state : 'invalid';
}
