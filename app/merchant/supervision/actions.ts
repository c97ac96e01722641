'use server';

import { merchantAction, onRow } from '@/lib/action';
import {
  confirmRequirement,
  deliver,
  rejectRequirement,
} from '@/lib/workflows/supervision/commands';

export const confirm = merchantAction(onRow(confirmRequirement));
export const reject = merchantAction(onRow(rejectRequirement));
export const handIn = merchantAction(onRow(deliver));
