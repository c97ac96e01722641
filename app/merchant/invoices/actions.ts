'use server';

import { merchantAction, onRow } from '@/lib/action';
import {
  issueInvoice,
  rejectInvoice,
  signInvoice,
  takeBackInvoice,
} from '@/lib/workflows/invoice/commands';

export const issue = merchantAction(onRow(issueInvoice));
export const reject = merchantAction(onRow(rejectInvoice));
export const sign = merchantAction(onRow(signInvoice));
export const takeBack = merchantAction(onRow(takeBackInvoice));
