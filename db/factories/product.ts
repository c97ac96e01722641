import { getDatabase } from '../client';
import type { ProductContent } from '../schema';
import { products, skus, specs } from '../schema';

/** Content of a service, complete enough for rows that no wizard made. */
export const plainContent: ProductContent = {
  logoFileId: 'fl_none',
  pictureFileIds: ['fl_none'],
  summary: '把自建数据库平滑迁移到云上。',
  description: '<p>迁移前评估、迁移演练、正式割接与迁移后核对。</p>',
  highlights: ['不停业务迁移'],
  cases: [],
  agreementFileId: 'fl_none',
  guideFileId: 'fl_none',
  supportGroupIds: [],
  software: false,
  copyrightFileIds: [],
  openSource: false,
  openSourceFileId: '',
  selfChecks: [],
  flow: { template: 'standard', requirementStep: true },
  deliveryPeriodDays: 15,
  requirementTemplateFileId: 'fl_none',
  deliveryTemplateFileId: 'fl_none',
  tags: [],
  shareRule: 'standard',
  seo: { title: '', keywords: '', description: '' },
};

export interface MadeProduct {
  productId: string;
  specId: string;
  skuId: string;
}

let serial = 0;

/** A product on sale with one specification and one SKU, written directly: for tests of what lies below it. */
export async function makeProduct(
  merchantId: string,
  values: {
    product?: Partial<typeof products.$inferInsert>;
    spec?: Partial<typeof specs.$inferInsert>;
    sku?: Partial<typeof skus.$inferInsert>;
  } = {},
): Promise<MadeProduct> {
  serial += 1;
  const suffix = `${merchantId}_${serial}`;
  const [productId, specId, skuId] = [`pd_${suffix}`, `sp_${suffix}`, `sk_${suffix}`];
  const now = new Date();
  const times = { createdAt: now, updatedAt: now };
  const database = getDatabase();
  await database.insert(products).values({
    id: productId,
    state: 'onSale',
    stateSince: now,
    ...times,
    merchantId,
    class: 'general',
    deliveryType: 'manualService',
    name: '数据库上云迁移服务',
    productVersion: 'V1.0',
    logoFileId: 'fl_none',
    categoryId: 'ct_data-migration',
    taxType: 'service',
    publicSale: true,
    content: plainContent,
    feeRate: 500,
    fromPrice: 990_000n,
    searchText: '数据库 上 云 迁移 服务',
    listedAt: now,
    ...values.product,
  });
  await database.insert(specs).values({
    id: specId,
    productId,
    merchantId,
    state: 'onSale',
    name: '标准迁移',
    hidden: false,
    pricing: 'simple',
    attributes: [],
    position: 1,
    ...times,
    ...values.spec,
  });
  await database.insert(skus).values({
    id: skuId,
    specId,
    productId,
    merchantId,
    state: 'onSale',
    billing: 'oneTime',
    attributes: [],
    key: 'oneTime',
    price: 990_000n,
    taxType: 'service',
    position: 1,
    ...times,
    ...values.sku,
  });
  return { productId, specId, skuId };
}
