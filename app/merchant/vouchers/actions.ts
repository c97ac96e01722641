'use server';

import { merchantAction, onRow } from '@/lib/action';
import {
  editVoucher,
  makeCodes,
  openVoucher,
  submitVoucher,
  voidVoucher,
} from '@/lib/workflows/voucher/commands';
import { nameCustomersByList } from '@/lib/workflows/voucher/name-customers';

export const create = merchantAction(openVoucher);
export const edit = merchantAction(onRow(editVoucher));
export const submit = merchantAction(onRow(submitVoucher));
export const end = merchantAction(onRow(voidVoucher));
export const codes = merchantAction(onRow(makeCodes));
export const name = merchantAction(nameCustomersByList);
