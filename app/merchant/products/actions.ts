'use server';

import { merchantAction, onRow } from '@/lib/action';
import { delistProduct, delistSku, delistSpec } from '@/lib/workflows/product/commands';
import { openModification } from '@/lib/workflows/product-application/commands';

export const modify = merchantAction(openModification, {
  redirectTo: ({ id }) => `/merchant/applications/${id}/edit`,
});
export const delist = merchantAction(onRow(delistProduct));
export const delistOneSpec = merchantAction(onRow(delistSpec));
export const delistOneSku = merchantAction(onRow(delistSku));
