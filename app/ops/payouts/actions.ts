'use server';

import { operatorAction } from '@/lib/action';
import { recordPayout } from '@/lib/records/payout/commands';

export const pay = operatorAction(recordPayout, { redirectTo: ({ id }) => `/ops/payouts/${id}` });
