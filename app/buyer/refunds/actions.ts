'use server';

import { buyerAction, onRow } from '@/lib/action';
import { requestRefund, withdrawRefund } from '@/lib/workflows/refund/commands';

export const request = buyerAction(requestRefund);
export const withdraw = buyerAction(onRow(withdrawRefund));
