import type { Holder } from './index';

/** Products, their applications, rules of sale, catalogue and review rules. */
export const productPermissions = {
  'product.read': ['member', 'reviewer', 'arbiter', 'finance', 'admin'],
  'product.publish': ['member'],
  'product.modify': ['member'],
  'product.delist': ['member'],
  'product.list': ['system'],
  'product.control': ['reviewer', 'admin'],
  'product.sanction': ['system'],
  'productApplication.read': ['member', 'reviewer', 'arbiter', 'finance', 'admin'],
  'productApplication.decide': ['reviewer', 'admin'],
  'productApplication.advance': ['system'],
  'attribute.change': ['member'],
  'attribute.preset': ['admin', 'reviewer'],
  'saleRule.read': ['member'],
  'saleRule.change': ['member'],
  'stock.change': ['member'],
  'stock.note': ['system'],
  'category.change': ['admin', 'reviewer'],
  'reviewRule.read': ['reviewer', 'admin'],
  'reviewRule.change': ['admin'],
} as const satisfies Record<string, readonly Holder[]>;
