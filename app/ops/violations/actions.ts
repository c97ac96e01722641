'use server';

import { onRow, operatorAction } from '@/lib/action';
import {
  recordViolation,
  revokeViolation,
  upholdViolation,
} from '@/lib/workflows/violation/commands';

export const record = operatorAction(recordViolation, {
  redirectTo: ({ id }) => `/ops/violations/${id}`,
});
export const uphold = operatorAction(onRow(upholdViolation));
export const revoke = operatorAction(onRow(revokeViolation));
