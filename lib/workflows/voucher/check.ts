import { and, eq } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { merchantCards, products, skus, specs } from '@/db/schema';
import type { VOUCHER_CLASSES } from '@/db/schema/voucher';
import type { Actor, Member } from '@/lib/auth/actor';
import { can } from '@/lib/auth/permissions';
import { type FieldComplaint, forbidden, invalid } from '@/lib/errors';
import type { SettingReader } from '@/lib/settings/read';
import { addMonths } from '@/lib/time/add-months';
import { momentOf } from '@/lib/time/zoned';
import type { VoucherForm } from './schema';

type Product = typeof products.$inferSelect;
type VoucherClass = (typeof VOUCHER_CLASSES)[number];

/** The class of vouchers for a product: joint products have their own (sales.md 1.1). */
export const voucherClassOf = (product: Pick<Product, 'class'>): VoucherClass =>
  product.class === 'joint' ? 'joint' : 'general';

/** What can still be bought of a batch's scope: specifications with the billing mode, on sale. */
export async function scopeOnSale(
  tx: Tx,
  scope: { productId: string; specIds: readonly string[]; billing: VoucherForm['billing'] },
): Promise<string[]> {
  const rows = await tx
    .selectDistinct({ id: specs.id })
    .from(skus)
    .innerJoin(specs, eq(specs.id, skus.specId))
    .where(
      and(
        eq(skus.productId, scope.productId),
        eq(skus.state, 'onSale'),
        eq(specs.state, 'onSale'),
        eq(skus.billing, scope.billing),
      ),
    );
  const ids = rows.map(({ id }) => id);
  return scope.specIds.length === 0 ? ids : ids.filter((id) => scope.specIds.includes(id));
}

/**
 * Checks a batch against the shop, the calendar and the settings, and answers the columns it makes. The product is
 * held as it is until the commit, so that a delisting at the same moment ends the batch.
 * @throws DomainError invalid with a sentence per field
 */
export async function columnsOf(
  { tx, actor, setting, now }: { tx: Tx; actor: Actor; setting: SettingReader; now: Date },
  input: VoucherForm,
) {
  const { merchantId } = actor as Member;
  const complaints: Record<string, FieldComplaint | string> = {};
  const [product] = await tx
    .select()
    .from(products)
    .where(and(eq(products.id, input.productId), eq(products.merchantId, merchantId)))
    .for('share');
  if (!product) throw invalid({ productId: 'voucher.error.form.productMissing' });
  if (!can(actor, 'voucher.manage', { productId: product.id })) throw forbidden();
  if (product.state !== 'onSale') complaints.productId = 'voucher.error.form.productNotOnSale';
  const specIds = [...new Set(input.specIds)];
  const sold = await scopeOnSale(tx, { ...input, specIds: [] });
  if (sold.length === 0) complaints.billing = 'voucher.error.form.billingNotSold';
  else if (specIds.some((id) => !sold.includes(id))) {
    complaints.specIds = 'voucher.error.form.specNotSold';
  }

  const zone = await setting('site.timeZone');
  const startsAt = momentOf(input.startsOn, zone);
  const lastDay = momentOf(input.endsOn, zone);
  if (!startsAt) complaints.startsOn = 'voucher.error.form.day';
  if (!lastDay) complaints.endsOn = 'voucher.error.form.day';
  // The last day counts in full.
  const endsAt = lastDay && new Date(lastDay.getTime() + 86_400_000);
  const months = await setting('voucher.validMonths');
  if (endsAt && endsAt <= now) complaints.endsOn = 'voucher.error.form.endsPast';
  else if (startsAt && endsAt && endsAt > addMonths(startsAt, months, zone)) {
    complaints.endsOn = { key: 'voucher.error.form.tooLong', params: { months } };
  }
  const most = await setting('voucher.quantityMost');
  if (input.quantity > most) {
    complaints.quantity = { key: 'form.error.tooBig', params: { maximum: most } };
  }
  const perUserMost = await setting('voucher.perUserMost');
  if (input.perUser > perUserMost) {
    complaints.perUser = { key: 'form.error.tooBig', params: { maximum: perUserMost } };
  }
  if (Object.keys(complaints).length > 0 || !startsAt || !endsAt) throw invalid(complaints);
  const [card] = await tx
    .select({ name: merchantCards.name })
    .from(merchantCards)
    .where(eq(merchantCards.merchantId, merchantId));
  const { startsOn: _, endsOn: __, ...columns } = input;
  return {
    ...columns,
    specIds,
    merchantId,
    merchantName: card?.name ?? '',
    productName: product.name,
    class: voucherClassOf(product),
    startsAt,
    endsAt,
  };
}
