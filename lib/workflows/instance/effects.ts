import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { orderLines, orders } from '@/db/schema';
import type { Effect } from '@/lib/engine/bind';
import { notFound } from '@/lib/errors';
import { searchDocument } from '@/lib/search/words';
import { noteExpiry } from '@/lib/workflows/product/take-stock';
import type { InstanceRow } from './machine';
import type { instanceInputs } from './schema';
import { validityOf } from './validity';

type OpenInput = z.infer<typeof instanceInputs.open>;

/** Takes over what was bought from the order line and starts its validity (orders-and-refunds.md 3). */
export const openInstance: Effect<InstanceRow, OpenInput, Record<string, never>> = async ({
  tx,
  input,
  setting,
}) => {
  const [sold] = await tx
    .select({ line: orderLines, order: orders })
    .from(orderLines)
    .innerJoin(orders, eq(orders.id, orderLines.orderId))
    .where(eq(orderLines.id, input.orderLineId));
  if (!sold) throw notFound();
  const { line, order } = sold;
  const validity = validityOf({
    billing: line.billing,
    periods: line.periods,
    enabledAt: input.enabledAt,
    acceptedAt: input.acceptedAt,
    timeZone: await setting('site.timeZone'),
  });
  if (validity.until) await noteExpiry(tx, { orderLineId: line.id, expiresAt: validity.until });
  return {
    orderId: order.id,
    orderNumber: order.number,
    orderLineId: line.id,
    supervisionId: input.supervisionId,
    buyerId: order.buyerId,
    merchantId: order.merchantId,
    productId: line.productId,
    specId: line.specId,
    skuId: line.skuId,
    productName: line.productName,
    specName: line.specName,
    merchantName: order.merchantName,
    logoFileId: line.logoFileId,
    searchText: searchDocument(order.number, line.productName, line.specName, order.merchantName),
    attributes: line.attributes,
    quantity: line.quantity,
    quantityUnit: line.quantityUnit,
    billing: line.billing,
    periods: line.periods,
    validFrom: validity.from,
    validUntil: validity.until,
    startsBy: validity.startsBy,
  };
};

/** The service is the buyer's no longer; what was bought and when stays readable. */
export const releaseInstance: Effect<
  InstanceRow,
  Record<string, never>,
  Record<string, never>
> = async ({ now }) => ({ releasedAt: now });
