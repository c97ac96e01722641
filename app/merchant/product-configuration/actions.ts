'use server';

import { merchantAction } from '@/lib/action';
import {
  allowBuyer,
  disallowBuyer,
  liftRestriction,
  removePurchaseLimit,
  restrictSale,
  setPurchaseLimit,
} from '@/lib/records/sale-rule/commands';

export const limit = merchantAction(setPurchaseLimit);
export const unlimit = merchantAction(removePurchaseLimit);
export const restrict = merchantAction(restrictSale);
export const lift = merchantAction(liftRestriction);
export const allow = merchantAction(allowBuyer);
export const disallow = merchantAction(disallowBuyer);
