'use server';

import { onRow, operatorAction } from '@/lib/action';
import { decideReview } from '@/lib/records/review/commands';

export const pass = operatorAction(
  onRow((actor, id, input, options) =>
    decideReview(actor, 'supervision', id, {
      event: 'passReReview',
      input: input as Record<string, unknown>,
      ...options,
    }),
  ),
);
export const refuse = operatorAction(
  onRow((actor, id, input, options) =>
    decideReview(actor, 'supervision', id, {
      event: 'refuseReReview',
      input: input as Record<string, unknown>,
      ...options,
    }),
  ),
);
