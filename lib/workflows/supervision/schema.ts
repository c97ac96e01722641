import { z } from 'zod';
import { CLOSE_REASONS, DOCUMENT_KINDS, SUPERVISION_NODES } from '@/db/schema/supervision';

const fileIds = z
  .array(z.string().min(1).max(64))
  .max(100)
  .transform((ids) => [...new Set(ids)]);

/** Ids of uploaded files by kind; which kinds and how many an order takes is on its record. */
const documents = z.partialRecord(z.enum(DOCUMENT_KINDS), fileIds).default({});

const text = (maximum: number) => z.string().trim().min(1).max(maximum);

/** Inputs of the events of a supervision record (service-supervision.md 5). */
export const supervisionInputs = {
  open: z.object({ orderId: z.string().min(1) }),
  /**
   * The buyer's requirement; `documents.requirementAttachment` carries the files. That there are words is asked
   * together with the files, so that a person is told everything at once.
   */
  submitRequirement: z.object({ text: z.string().trim().max(5000).default(''), documents }),
  confirmRequirement: z.object({}),
  rejectRequirement: z.object({ reason: text(1000) }),
  deliver: z.object({
    description: z.string().trim().max(5000).default(''),
    /** A date-time of the house's time zone (`2026-11-21T14:05`), or a full ISO moment; empty: not filled in. */
    enabledAt: z.string().trim().max(40).default(''),
    documents,
  }),
  /** `checks` are the items of the re-review that were found in order. */
  passReReview: z.object({
    checks: z.array(z.string()).default([]),
    note: z.string().trim().max(1000).default(''),
  }),
  refuseReReview: z.object({ checks: z.array(z.string()).default([]), reason: text(1000) }),
  accept: z.object({}),
  reject: z.object({ reason: text(1000) }),
  freeze: z.object({ appealId: z.string().min(1).max(64) }),
  /** `node`: where the decision sends it; else where the appeal stopped it. */
  resume: z.object({ node: z.enum(SUPERVISION_NODES).optional() }),
  acceptByDecision: z.object({}),
  close: z.object({ reason: z.enum(CLOSE_REASONS) }),
};

export type DeliverInput = z.infer<typeof supervisionInputs.deliver>;
