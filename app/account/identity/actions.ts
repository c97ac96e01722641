'use server';

import { buyerAction, onRow } from '@/lib/action';
import {
  resubmitIdentity,
  submitIdentity,
  withdrawIdentity,
} from '@/lib/workflows/identity/commands';

export const submit = buyerAction(submitIdentity);
export const resubmit = buyerAction(onRow(resubmitIdentity));
export const withdraw = buyerAction(onRow(withdrawIdentity));
