'use server';

import { merchantAction, onRow } from '@/lib/action';
import {
  deleteApplication,
  openApplication,
  resubmitApplication,
  saveApplication,
  submitApplication,
  withdrawApplication,
} from '@/lib/workflows/product-application/commands';

const edit = ({ id }: { id: string }) => `/merchant/applications/${id}/edit`;

export const open = merchantAction(openApplication, { redirectTo: edit });
export const save = merchantAction(onRow(saveApplication));
export const submit = merchantAction(onRow(submitApplication));
export const resubmit = merchantAction(onRow(resubmitApplication));
export const withdraw = merchantAction(onRow(withdrawApplication));
export const remove = merchantAction(onRow(deleteApplication));
