'use server';

import { buyerAction, onRow } from '@/lib/action';
import {
  acceptDelivery,
  rejectDelivery,
  submitRequirement,
} from '@/lib/workflows/supervision/commands';

export const submit = buyerAction(onRow(submitRequirement));
export const accept = buyerAction(onRow(acceptDelivery));
export const reject = buyerAction(onRow(rejectDelivery));
