'use server';

import { onRow, operatorAction } from '@/lib/action';
import {
  blacklistMerchant,
  expelMerchant,
  restoreMerchant,
  yellowListMerchant,
} from '@/lib/workflows/standing/commands';

export const yellowList = operatorAction(onRow(yellowListMerchant));
export const blacklist = operatorAction(onRow(blacklistMerchant));
export const expel = operatorAction(onRow(expelMerchant));
export const restore = operatorAction(onRow(restoreMerchant));
