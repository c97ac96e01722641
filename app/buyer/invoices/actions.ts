'use server';

import { buyerAction, onRow } from '@/lib/action';
import { applyForInvoices, revokeInvoice, signInvoice } from '@/lib/workflows/invoice/commands';

export const apply = buyerAction(applyForInvoices);
export const revoke = buyerAction(onRow(revokeInvoice));
export const sign = buyerAction(onRow(signInvoice));
