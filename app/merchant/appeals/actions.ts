'use server';

import { merchantAction, onRow } from '@/lib/action';
import {
  answerAsMerchant,
  openAppealAsMerchant,
  withdrawAppeal,
} from '@/lib/workflows/appeal/commands';

export const open = merchantAction(openAppealAsMerchant);
export const answer = merchantAction(onRow(answerAsMerchant));
export const withdraw = merchantAction(onRow(withdrawAppeal));
