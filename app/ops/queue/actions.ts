'use server';

import { operatorAction } from '@/lib/action';
import {
  claimReview,
  decideReview,
  releaseReview,
  undoDecision,
} from '@/lib/records/review/commands';
import { decisionOf, subjectOf } from '@/lib/records/review/schema';

export const claim = operatorAction((actor, input) => claimReview(actor, ...subjectOf(input)));
export const release = operatorAction((actor, input) => releaseReview(actor, ...subjectOf(input)));
export const undo = operatorAction((actor, input) => undoDecision(actor, ...subjectOf(input)));
export const decide = operatorAction((actor, input) =>
  decideReview(actor, ...subjectOf(input), decisionOf(input)),
);
