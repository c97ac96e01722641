import { eq } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { productApplications, products, specs } from '@/db/schema';
import { merchantAudience } from '../audience';
import type { Notices, Resolve } from '../define';
import { operatorReceivers } from '../receivers';

const TYPE = {
  created: 'product.created',
  changed: 'product.changed',
  sale: 'product.saleState',
  stock: 'product.stock',
} as const;
const ALL = ['site', 'mail', 'sms'] as const;
const typeOf = (kind: string) => (kind === 'publish' ? TYPE.created : TYPE.changed);
const textOf = (value: unknown) => (typeof value === 'string' ? value : '');

async function productOf(tx: Tx, id: string) {
  const [row] = await tx.select().from(products).where(eq(products.id, id));
  return row;
}

/** The merchant hears of what happens to its product; of a revision only when it went into or out of hiding. */
const productMerchant: Resolve = async ({ tx, row }) => {
  const product = await productOf(tx, row.subjectId);
  if (!product) return null;
  if (row.event === 'revise' && row.params.saleChanged !== true) return null;
  return {
    receivers: await merchantAudience(tx, product.merchantId, TYPE.sale, ALL, product.id),
    params: {
      product: product.name,
      reason: textOf(row.params.reason),
      spec: textOf(row.params.spec),
      shown: row.params.public === false ? 'hidden' : 'public',
    },
    href: `/merchant/products/${product.id}`,
    type: TYPE.sale,
  };
};

export const productNotices: Notices = { merchant: productMerchant };

async function applicationOf(tx: Tx, id: string) {
  const [row] = await tx.select().from(productApplications).where(eq(productApplications.id, id));
  return row;
}

export const productApplicationNotices: Notices = {
  merchant: async ({ tx, row }) => {
    const found = await applicationOf(tx, row.subjectId);
    if (!found) return null;
    const rules = [...new Set(found.reasons.map(({ rule }) => rule))].join(' ');
    return {
      receivers: await merchantAudience(
        tx,
        found.merchantId,
        typeOf(found.kind),
        ALL,
        found.productId ?? undefined,
      ),
      params: {
        product: found.name,
        kind: found.kind,
        count: found.reasons.length,
        rules: rules || '–',
        opinion: found.opinion ?? '–',
      },
      href:
        row.event === 'approve' && found.productId
          ? `/merchant/products/${found.productId}`
          : `/merchant/applications/${found.id}`,
      type: typeOf(found.kind),
    };
  },
  reviewers: async ({ tx, row }) => {
    const found = await applicationOf(tx, row.subjectId);
    if (found?.state !== 'pending') return null;
    return {
      receivers: await operatorReceivers(tx, 'productApplication.decide', ['site']),
      params: {
        product: found.name,
        kind: found.kind,
        dueAt: found.reviewDueAt ?? found.updatedAt,
      },
      href: `/ops/applications/${found.id}`,
      type: 'review.waiting',
    };
  },
};

/** The last piece of a specification was sold (products.md 5.5). */
export const stockNotices: Notices = {
  'empty.merchant': async ({ tx, row }) => {
    const [spec] = await tx.select().from(specs).where(eq(specs.id, row.subjectId));
    const product = spec && (await productOf(tx, spec.productId));
    if (!product) return null;
    return {
      receivers: await merchantAudience(tx, product.merchantId, TYPE.stock, ALL, product.id),
      params: { product: product.name, spec: spec.name },
      href: '/merchant/stock',
      type: TYPE.stock,
    };
  },
};
