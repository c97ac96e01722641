import { eq } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { businessCertifications, merchantCards, products, skus, specs } from '@/db/schema';
import type { AppliedRule } from '@/db/schema/order';
import type { Fen } from '@/lib/money/ledger';
import type { SettingReader } from '@/lib/settings/read';
import { settingSource } from '@/lib/settings/source';
import { priceOf, purchaseComplaint } from '@/lib/workflows/product/pricing';
import { taxRateOf } from '@/lib/workflows/product/tax';
import { agreementOf, type ServiceAgreement } from './agreement';
import { flowVersionOf } from './flow-version';
import { chargingOf, refundRule } from './refund-rule';

export interface Wanted {
  skuId: string;
  quantity: number;
  periods: number;
}

/** What an order would freeze if it were placed now. */
export interface Offer {
  sku: typeof skus.$inferSelect;
  spec: typeof specs.$inferSelect;
  product: typeof products.$inferSelect;
  merchantName: string;
  /** Fen for one period of the quantity. */
  unitPrice: Fen;
  amount: Fen;
  /** Basis points. */
  taxRate: number;
  flowVersion: 'v1' | 'v2';
  agreement: ServiceAgreement | undefined;
  rules: AppliedRule[];
}

/**
 * Reads what is wanted with its price and everything that an order freezes (design 3.6, 3.8). Needs the fence open.
 * @returns nothing for an unknown SKU or a quantity that is not sold
 */
export async function readOffer(
  tx: Tx,
  wanted: Wanted,
  now: Date,
  setting: SettingReader,
): Promise<Offer | undefined> {
  const [found] = await tx
    .select({
      sku: skus,
      spec: specs,
      product: products,
      merchantName: merchantCards.name,
      certified: businessCertifications.current,
    })
    .from(skus)
    .innerJoin(specs, eq(specs.id, skus.specId))
    .innerJoin(products, eq(products.id, skus.productId))
    .innerJoin(merchantCards, eq(merchantCards.merchantId, skus.merchantId))
    .leftJoin(businessCertifications, eq(businessCertifications.merchantId, skus.merchantId))
    .where(eq(skus.id, wanted.skuId));
  if (!found) return undefined;
  const { sku, product } = found;
  const { quantity, periods } = wanted;
  if (purchaseComplaint({ sku, quantity, periods })) return undefined;
  const taxpayer = found.certified?.taxpayerKind ?? 'general';
  const taxRate = taxRateOf(await setting('tax.rates'), sku.taxType, taxpayer) ?? 0;
  const flowVersion = flowVersionOf(
    now,
    await setting('supervision.flowV2From'),
    await setting('site.timeZone'),
  );
  const from = async (key: Parameters<typeof settingSource>[1], value: number | string) => {
    const { effectiveFrom, ...source } = await settingSource(tx, key, now);
    return { ...source, value, effectiveFrom: effectiveFrom?.toISOString() ?? null };
  };
  // A service sold here is delivered under supervision; how it would come back is part of what is bought.
  const refund = refundRule(
    { rules: await setting('refund.rules'), returns: await setting('refund.returns') },
    {
      occasion: 'request',
      deliveryType: product.deliveryType,
      charging: chargingOf(sku.billing),
      supervised: true,
      facts: {},
    },
  );
  return {
    ...found,
    unitPrice: priceOf({ sku, quantity, periods: 1 }),
    amount: priceOf({ sku, quantity, periods }),
    taxRate,
    flowVersion,
    agreement: await agreementOf(tx, product.content.agreementFileId),
    rules: [
      {
        key: 'product.feeRate',
        value: product.feeRate,
        versionId: product.productVersion,
        effectiveFrom: product.listedAt.toISOString(),
        rule: 'money.md 7.1',
      },
      await from('tax.rates', taxRate),
      await from('order.payWithinDays', await setting('order.payWithinDays')),
      await from('supervision.flowV2From', flowVersion),
      await from('refund.rules', refund.id ?? 'none'),
      await from('refund.returns', refund.comesBack?.case ?? 'none'),
    ],
  };
}
