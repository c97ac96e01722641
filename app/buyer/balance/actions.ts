'use server';

import { buyerAction, onRow } from '@/lib/action';
import { requestTopUp, startTopUp, withdrawTopUp } from '@/lib/workflows/top-up/commands';

export const request = buyerAction(requestTopUp);
export const start = buyerAction(startTopUp);
export const withdraw = buyerAction(onRow(withdrawTopUp));
