'use server';

import { operatorAction } from '@/lib/action';
import {
  permitInvoiceTitle,
  removeInvoiceTitlePermit,
} from '@/lib/records/invoice-title-permit/commands';

export const permitTitle = operatorAction(permitInvoiceTitle);
export const removeTitlePermit = operatorAction(removeInvoiceTitlePermit);
