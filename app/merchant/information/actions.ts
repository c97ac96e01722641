'use server';

import { merchantAction, onRow } from '@/lib/action';
import { setInvoiceTypes, setInvoicing } from '@/lib/records/merchant/commands';
import {
  discardProfileEdit,
  openProfileEdit,
  resubmitProfileEdit,
  reviseProfileEdit,
  saveProfileEdit,
  submitProfileEdit,
  withdrawProfileEdit,
} from '@/lib/workflows/profile-edit/commands';

export const open = merchantAction(openProfileEdit, {
  redirectTo: () => '/merchant/information/edit',
});
export const save = merchantAction(onRow(saveProfileEdit));
export const revise = merchantAction(onRow(reviseProfileEdit));
export const submit = merchantAction(onRow(submitProfileEdit));
export const resubmit = merchantAction(onRow(resubmitProfileEdit));
export const withdraw = merchantAction(onRow(withdrawProfileEdit));
export const discard = merchantAction(onRow(discardProfileEdit));
export const invoiceTypes = merchantAction(setInvoiceTypes);
export const invoicing = merchantAction(setInvoicing);
