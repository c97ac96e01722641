'use server';

import { operatorAction } from '@/lib/action';
import { recordFeeInvoice } from '@/lib/records/fee-invoice/commands';

export const record = operatorAction(recordFeeInvoice, {
  redirectTo: ({ merchantId }) => `/ops/fee-invoices?merchantId=${merchantId}`,
});
