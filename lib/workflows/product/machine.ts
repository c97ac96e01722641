import { PRODUCT_STATES, type products } from '@/db/schema/product';
import { defineMachine, type GuardContext } from '@/lib/engine/define';
import { productInputs } from './schema';

export type ProductRow = typeof products.$inferSelect;

/** What guards know of the product's specifications and SKUs. */
export interface ProductFacts {
  /** Ids of specifications on sale. */
  specIds: string[];
  /** SKUs on sale: id → specification. */
  skus: Record<string, string>;
}

type Context<Input> = GuardContext<ProductRow, ProductFacts, Input>;

const specOnSale = ({ input, facts }: Context<{ specId: string }>) =>
  facts.specIds.includes(input.specId) ? undefined : 'specNotOnSale';

const skuOnSale = ({ input, facts }: Context<{ skuId: string }>) =>
  input.skuId in facts.skus ? undefined : 'skuNotOnSale';

/** Without its last specification a product is discontinued (products.md 4.2). */
const afterSpec = ({ row, input, facts }: Context<{ specId: string }>) =>
  facts.specIds.every((id) => id === input.specId) ? 'delisted' : row.state;

/** The last SKU takes its specification along, and that perhaps the product. */
const afterSku = ({ row, input, facts }: Context<{ skuId: string }>) => {
  const specId = facts.skus[input.skuId];
  const siblings = Object.entries(facts.skus).filter(
    ([id, spec]) => spec === specId && id !== input.skuId,
  );
  const last = siblings.length === 0 && facts.specIds.every((id) => id === specId);
  return last ? 'delisted' : row.state;
};

const keep = ({ row }: Context<unknown>) => row.state;

/** A product from approval to the end of its sale (products.md 4.2). Specifications and SKUs move with it. */
export const product = defineMachine<ProductRow, ProductFacts>()({
  noun: 'product',
  states: PRODUCT_STATES,
  end: ['delisted'],
  events: {
    list: {
      from: 'none',
      to: 'onSale',
      by: ['product.list'],
      input: productInputs.list,
      notify: [],
    },
    revise: {
      from: ['onSale', 'frozen'],
      to: { oneOf: ['onSale', 'frozen'], choose: keep },
      by: ['product.list'],
      input: productInputs.revise,
      notify: ['merchant'],
    },
    delistSpec: {
      from: ['onSale', 'frozen'],
      to: { oneOf: ['onSale', 'frozen', 'delisted'], choose: afterSpec },
      by: ['product.delist', 'product.control'],
      input: productInputs.delistSpec,
      guards: [specOnSale],
      notify: ['merchant'],
    },
    delistSku: {
      from: ['onSale', 'frozen'],
      to: { oneOf: ['onSale', 'frozen', 'delisted'], choose: afterSku },
      by: ['product.delist', 'product.control'],
      input: productInputs.delistSku,
      guards: [skuOnSale],
      notify: ['merchant'],
    },
    delist: {
      from: ['onSale', 'frozen'],
      to: 'delisted',
      by: ['product.delist'],
      input: productInputs.delist,
      notify: ['merchant'],
    },
    delistForBreach: {
      from: ['onSale', 'frozen'],
      to: 'delisted',
      by: ['product.control', 'product.sanction'],
      input: productInputs.delistForBreach,
      notify: ['merchant'],
    },
    freeze: {
      from: ['onSale'],
      to: 'frozen',
      by: ['product.control', 'product.sanction'],
      input: productInputs.freeze,
      notify: ['merchant'],
    },
    unfreeze: {
      from: ['frozen'],
      to: 'onSale',
      by: ['product.control', 'product.sanction'],
      input: productInputs.unfreeze,
      notify: ['merchant'],
    },
  },
  turn: { onSale: null, frozen: 'merchant', delisted: null },
  subject: (row) => ({ productId: row.id }),
});
