'use server';

import { merchantAction, onRow } from '@/lib/action';
import { agreeRefund, rejectRefund } from '@/lib/workflows/refund/commands';

export const agree = merchantAction(onRow(agreeRefund));
export const reject = merchantAction(onRow(rejectRefund));
