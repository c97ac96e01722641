import { z } from 'zod';
import { APPEAL_DOCUMENT_KINDS } from '@/db/schema/appeal';
import { SUPERVISION_NODES } from '@/db/schema/supervision';
import { yuanField } from '@/lib/money/yuan';

const fileIds = z
  .array(z.string().min(1).max(64))
  .max(100)
  .transform((ids) => [...new Set(ids)]);

/** Ids of uploaded files by kind. */
const documents = z.partialRecord(z.enum(APPEAL_DOCUMENT_KINDS), fileIds).default({});

const text = (maximum: number) => z.string().trim().min(1).max(maximum);

const opening = z.object({
  supervisionId: z.string().min(1),
  /** Key of a row of the setting `appeal.grounds`. */
  ground: z.string({ error: 'appeal.error.groundMissing' }).min(1, 'appeal.error.groundMissing'),
  reason: text(5000),
  /** What the party asks for; a buyer must say it (service-supervision.md 7). */
  demand: z.string().trim().max(2000).default(''),
  documents,
});

const request = z.object({
  text: text(2000),
  /** Working days that the party has; left out, the rule of the house. */
  workingDays: z
    .union([z.literal('').transform(() => undefined), z.coerce.number().int().min(1).max(30)])
    .optional(),
});

const answer = z.object({ text: text(5000), documents });

/** Why it was decided so; both parties read it. */
const decision = z.object({ reason: text(2000) });

/** Inputs of the events of an appeal. */
export const appealInputs = {
  openAsBuyer: opening.extend({ demand: text(2000) }),
  openAsMerchant: opening,
  askBuyer: request,
  askMerchant: request,
  answerAsBuyer: answer,
  answerAsMerchant: answer,
  resume: decision.extend({
    /** Node to go on from; left out, the one that was frozen. */
    node: z.union([z.literal('').transform(() => undefined), z.enum(SUPERVISION_NODES)]).optional(),
  }),
  refundFull: decision,
  refundPart: decision.extend({ amount: yuanField }),
  complete: decision,
};

export type OpeningInput = z.infer<typeof appealInputs.openAsMerchant>;
