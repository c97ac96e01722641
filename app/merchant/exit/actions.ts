'use server';

import { merchantAction, onRow } from '@/lib/action';
import { waiveInvoice } from '@/lib/records/invoice-waiver/commands';
import { requestExit, withdrawExit } from '@/lib/workflows/merchant-exit/commands';

export const request = merchantAction(requestExit);
export const withdraw = merchantAction(onRow(withdrawExit));
export const waive = merchantAction(waiveInvoice);
