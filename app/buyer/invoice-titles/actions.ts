'use server';

import { buyerAction } from '@/lib/action';
import {
  addInvoiceContact,
  chooseInvoiceContact,
  editInvoiceContact,
  removeInvoiceContact,
} from '@/lib/records/invoice-contact/commands';
import {
  addInvoiceTitle,
  chooseInvoiceTitle,
  editInvoiceTitle,
  removeInvoiceTitle,
} from '@/lib/records/invoice-title/commands';

export const addTitle = buyerAction(addInvoiceTitle);
export const editTitle = buyerAction(editInvoiceTitle);
export const removeTitle = buyerAction(removeInvoiceTitle);
export const chooseTitle = buyerAction(chooseInvoiceTitle);
export const addContact = buyerAction(addInvoiceContact);
export const editContact = buyerAction(editInvoiceContact);
export const removeContact = buyerAction(removeInvoiceContact);
export const chooseContact = buyerAction(chooseInvoiceContact);
