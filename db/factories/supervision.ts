import { eq } from 'drizzle-orm';
import type { Actor, Member } from '@/lib/auth/actor';
import { settingReader } from '@/lib/settings/read';
import { createBuyer, createMerchant } from '@/lib/testing/actors';
import { payOrder, placeOrder } from '@/lib/workflows/order/commands';
import { flowVersionOf } from '@/lib/workflows/order/flow-version';
import {
  acceptDelivery,
  confirmRequirement,
  deliver,
  openSupervision,
  submitRequirement,
} from '@/lib/workflows/supervision/commands';
import { getDatabase } from '../client';
import { orderLines, orders, products, supervisions } from '../schema';
import type { ProductContent } from '../schema/product';
import { setClock } from '../seed/clock';
import { fund, makeFile, makeSold, wanted } from './order';

export interface Supervised {
  id: string;
  orderId: string;
  buyer: Actor & { kind: 'buyer' };
  owner: Member;
  productId: string;
}

export interface SupervisedOptions {
  requirementStep?: boolean;
  /** Fen. */
  price?: bigint;
  billing?: 'oneTime' | 'month' | 'year';
  periods?: number;
  productClass?: string;
  /** Programmes of the buyer. */
  tracks?: string[];
  /** Of an earlier product: another order of the same merchant. */
  merchant?: { merchantId: string; owner: Member };
  buyer?: Actor & { kind: 'buyer' };
  /** When the order was placed, if not now: decides the flow. */
  orderedAt?: Date;
}

/** A paid order whose record is open, made by the commands that people use. */
export async function makeSupervised(options: SupervisedOptions = {}): Promise<Supervised> {
  const paid = await makePaidOrder(options);
  await openSupervision(paid.orderId);
  const [row] = await getDatabase()
    .select()
    .from(supervisions)
    .where(eq(supervisions.orderId, paid.orderId));
  if (!row) throw new Error('the record did not open');
  return { ...paid, id: row.id };
}

/** The same before its record is opened. */
export async function makePaidOrder(options: SupervisedOptions = {}) {
  const { requirementStep = false, price = 990_000n, billing = 'oneTime', periods = 1 } = options;
  const merchant = options.merchant ?? (await createMerchant());
  const owned = { accountId: merchant.owner.accountId, merchantId: merchant.merchantId };
  const template = async (purpose: string, name: string) =>
    (await makeFile(owned, { purpose, name, kind: 'docx' })).id;
  const sold = await makeSold(merchant, price, {
    sku: { billing },
  });
  await amendProduct(sold.productId, options.productClass ?? 'general', {
    flow: { template: 'standard', requirementStep },
    requirementTemplateFileId: await template('requirementTemplate', '需求模板.docx'),
    deliveryTemplateFileId: await template('deliveryTemplate', '交付模板.docx'),
  });
  const buyer = options.buyer ?? (await createBuyer({ programmes: options.tracks ?? [] }));
  await fund(buyer, price * BigInt(periods));
  const order = await placeOrder(
    buyer,
    wanted(sold, {
      periods: String(periods),
      shownAmount: String(price * BigInt(periods)),
    }),
  );
  if (options.orderedAt) await antedate(order.id, options.orderedAt);
  await payOrder(buyer, order.id);
  return { orderId: order.id, buyer, owner: merchant.owner, productId: sold.productId };
}

/** Makes an unpaid order one of an earlier day, without moving the clock of the house that it lives in. */
async function antedate(id: string, createdAt: Date): Promise<void> {
  await getDatabase().transaction(async (tx) => {
    const setting = settingReader(tx, createdAt);
    const flowVersion = flowVersionOf(
      createdAt,
      await setting('supervision.flowV2From'),
      await setting('site.timeZone'),
    );
    await tx.update(orders).set({ createdAt }).where(eq(orders.id, id));
    await tx.update(orderLines).set({ createdAt, flowVersion }).where(eq(orderLines.orderId, id));
  });
}

/** Changes what a product says of itself. */
export async function amendProduct(
  id: string,
  productClass: string,
  values: Partial<ProductContent>,
) {
  const database = getDatabase();
  const [row] = await database.select().from(products).where(eq(products.id, id));
  await database
    .update(products)
    .set({ class: productClass, content: { ...(row?.content as ProductContent), ...values } })
    .where(eq(products.id, id));
}

/** A file of the merchant's, as uploaded for a delivery. */
export async function deliveryFile(
  owner: Member,
  name = '验收文档.pdf',
  purpose = 'deliveryProof',
) {
  const file = await makeFile(
    { accountId: owner.accountId, merchantId: owner.merchantId },
    { purpose, name },
  );
  return file.id;
}

/** A file of the buyer's, as uploaded for a requirement. */
export async function requirementFile(buyer: { accountId: string }, name = '迁移需求.docx') {
  return (
    await makeFile({ accountId: buyer.accountId }, { purpose: 'requirementAttachment', name })
  ).id;
}

/** What a complete delivery carries; enough pictures for any scene. */
export async function deliveryInput(owner: Member, values: Record<string, unknown> = {}) {
  const picture = (n: number) => deliveryFile(owner, `截图${n}.png`, 'deliveryScreenshot');
  return {
    description: '已完成迁移与核对。',
    documents: {
      sow: [await deliveryFile(owner, '工作说明书.docx')],
      acceptanceDocument: [await deliveryFile(owner)],
      screenshot: [await picture(1), await picture(2), await picture(3)],
    },
    ...values,
  };
}

/** Takes a record that waits for its requirement to its delivery. */
export async function agreeRequirement({ id, buyer, owner }: Supervised): Promise<void> {
  await submitRequirement(buyer, id, {
    text: '把订单库迁到云上。',
    documents: { requirementAttachment: [await requirementFile(buyer)] },
  });
  await confirmRequirement(owner, id);
}

/** Takes a record that waits for its delivery to the party after it. */
export async function handIn(
  { id, owner }: Supervised,
  values: Record<string, unknown> = {},
): Promise<void> {
  await deliver(owner, id, await deliveryInput(owner, values));
}

/** Sets the clock `seconds` ahead of real time; back with a negative number. */
export const moveClock = setClock;

/** Sets the clock to a moment. */
export const clockAt = (at: Date) => moveClock(Math.round((at.getTime() - Date.now()) / 1000));

/** An order that was delivered and accepted, with its one line. */
export async function makeCompleted(
  options: SupervisedOptions = {},
): Promise<Supervised & { orderLineId: string }> {
  const scene = await makeSupervised(options);
  await handIn(scene);
  await acceptDelivery(scene.buyer, scene.id);
  const [line] = await getDatabase()
    .select({ id: orderLines.id })
    .from(orderLines)
    .where(eq(orderLines.orderId, scene.orderId));
  return { ...scene, orderLineId: line?.id ?? '' };
}
