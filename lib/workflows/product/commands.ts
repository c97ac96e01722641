import { products } from '@/db/schema';
import { bindWorkflow } from '@/lib/engine/bind';
import { command } from '@/lib/engine/fire';
import * as effects from './effects';
import { product } from './machine';

/** Products (products.md 4.2); `list` and `revise` are fired by an approved application only. */
export const productWorkflow = bindWorkflow(product, {
  table: products,
  stream: (row) => `product:${row.id}`,
  tenant: (row) => ({ merchantId: row.merchantId }),
  title: (row) => row.name,
  facts: effects.productFacts,
  effects: {
    list: effects.list,
    revise: effects.revise,
    delist: effects.delist,
    delistForBreach: effects.delistForBreach,
    delistSpec: effects.delistSpec,
    delistSku: effects.delistSku,
    freeze: effects.freeze,
    unfreeze: effects.unfreeze,
  },
});

export const delistProduct = command(productWorkflow, 'delist');
export const delistSpec = command(productWorkflow, 'delistSpec');
export const delistSku = command(productWorkflow, 'delistSku');
export const delistProductForBreach = command(productWorkflow, 'delistForBreach');
export const freezeProduct = command(productWorkflow, 'freeze');
export const unfreezeProduct = command(productWorkflow, 'unfreeze');
