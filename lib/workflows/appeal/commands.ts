import { appeals } from '@/db/schema';
import type { Actor } from '@/lib/auth/actor';
import { bindWorkflow } from '@/lib/engine/bind';
import { command } from '@/lib/engine/fire';
import { opening } from '@/lib/engine/open';
import { refused } from '@/lib/errors';
import { violatedUnique } from '@/lib/unique-violation';
import * as effects from './effects';
import { readFacts } from './facts';
import { type AppealRow, appeal } from './machine';

export const appealWorkflow = bindWorkflow(appeal, {
  table: appeals,
  stream: (row: AppealRow) => `order:${row.orderId}`,
  tenant: (row: AppealRow) => ({ merchantId: row.merchantId, buyerId: row.buyerId }),
  title: (row: AppealRow) => `${row.productName} · ${row.orderNumber}`,
  facts: readFacts,
  effects,
});

/** Of two openings at once the record's lock lets one in; the index is the second fence. */
const once =
  (event: 'openAsBuyer' | 'openAsMerchant') =>
  async (actor: Actor, input?: unknown): Promise<AppealRow> => {
    try {
      return await opening(appealWorkflow, event)(actor, input);
    } catch (error) {
      if (violatedUnique(error) !== 'appeal_one_open') throw error;
      throw refused(`appeal.error.${event}.alreadyOpen`);
    }
  };

/** A customer appeals, with reason and demand (service-supervision.md 7). */
export const openAppealAsBuyer = once('openAsBuyer');
/** A merchant appeals; its ground says which documents it must bring. */
export const openAppealAsMerchant = once('openAsMerchant');

export const askBuyer = command(appealWorkflow, 'askBuyer');
export const askMerchant = command(appealWorkflow, 'askMerchant');
export const answerAsBuyer = command(appealWorkflow, 'answerAsBuyer');
export const answerAsMerchant = command(appealWorkflow, 'answerAsMerchant');
/** Takes back what a party was asked for, to go on without it. */
export const recallRequest = command(appealWorkflow, 'recall');
/** Whoever opened it lets go; the record goes on. */
export const withdrawAppeal = command(appealWorkflow, 'withdraw');

/** The record goes on, from where it was frozen or from a named node. */
export const decideResume = command(appealWorkflow, 'resume');
/** All cash goes back to the buyer; record and order end. */
export const decideFullRefund = command(appealWorkflow, 'refundFull');
/** Some of it goes back, the rest is settled with the merchant. */
export const decidePartialRefund = command(appealWorkflow, 'refundPart');
/** Accepted in the buyer's place. */
export const decideAcceptance = command(appealWorkflow, 'complete');
