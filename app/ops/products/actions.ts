'use server';

import { onRow, operatorAction } from '@/lib/action';
import {
  delistProductForBreach,
  freezeProduct,
  unfreezeProduct,
} from '@/lib/workflows/product/commands';

export const freeze = operatorAction(onRow(freezeProduct));
export const unfreeze = operatorAction(onRow(unfreezeProduct));
export const delist = operatorAction(onRow(delistProductForBreach));
