import { and, asc, eq, sql } from 'drizzle-orm';
import { type Actor, system } from '@/lib/auth/actor';
import { fireDueDeadlines } from '@/lib/deadlines/fire-due';
import { withActor } from '@/lib/engine/with-actor';
import { makePdf } from '@/lib/files/samples/pdf';
import { cancelOrder, orderWorkflow, payOrder } from '@/lib/workflows/order/commands';
import { confirmTopUp, refuseTopUp, requestTopUp } from '@/lib/workflows/top-up/commands';
import type { Tx } from '../client';
import { orders, products, skus, specs } from '../schema';
import { asBuyer, asOperator, upload } from './cast';
import { standBack } from './clock';
import { demoKey, placeDemoOrder } from './sale';

type Buyer = Actor & { kind: 'buyer' };
interface Cast {
  buyer: Buyer;
  company: Buyer;
  finance: Actor;
}

/**
 * Customers of the demo with balances, top-ups and orders in the states that this part of the house gives them;
 * deliveries take the paid ones further. Made through the commands, on a clock that stands in the past, so that every
 * record, deadline and entry is as if people had made it.
 */
export async function seedOrders(tx: Tx): Promise<void> {
  const [there] = await tx.select({ id: orders.id }).from(orders).limit(1);
  if (there) return;
  const cast = {
    buyer: await asBuyer('buyer'),
    company: await asBuyer('company'),
    finance: await asOperator('finance'),
  };
  const shelf = await onShelf();
  await trade(cast, (i) => shelf[i % shelf.length] as string);
}

async function trade({ buyer, company, finance }: Cast, sku: (i: number) => string) {
  const slip = (i: number) => `CMB20261100${String(i).padStart(4, '0')}`;
  await standBack(24);
  await topUp(company, finance, '500000.00', '上海恒通物流有限公司', slip(1));
  await topUp(buyer, finance, '80000.00', '林晓舟', slip(2));
  await standBack(22);
  await pay(company, await placeDemoOrder(company, sku(0)));
  await standBack(20);
  await pay(buyer, await placeDemoOrder(buyer, sku(1)));
  await placeDemoOrder(buyer, sku(2));
  await standBack(18);
  await pay(company, await placeDemoOrder(company, sku(2)));
  const refused = await report(buyer, '3000.00', '林小舟');
  await standBack(17);
  await refuseTopUp(finance, refused, {
    reason: '付款户名与实名认证信息不一致，请核对后重新提交。',
  });
  const regretted = await placeDemoOrder(company, sku(1));
  await cancelOrder(company, regretted);
  await standBack(11);
  // What was ordered and never paid lapses when its time comes.
  await fireDueDeadlines([orderWorkflow as never]);
  await pay(company, await placeDemoOrder(company, sku(3)));
  await standBack(9);
  await pay(company, await placeDemoOrder(company, sku(2)));
  await standBack(6);
  await pay(buyer, await placeDemoOrder(buyer, sku(0)));
  await standBack(3);
  await pay(company, await placeDemoOrder(company, sku(1)));
  await placeDemoOrder(company, sku(0));
  await standBack(1);
  await placeDemoOrder(buyer, sku(3));
  await report(company, '120000.00', '上海恒通物流有限公司');
}

/** Pays an order from the balance. */
export const pay = (actor: Buyer, orderId: string) => payOrder(actor, orderId);

/** A transfer reported with a real slip. */
async function report(actor: Buyer, amount: string, payerName: string): Promise<string> {
  const pdf = await makePdf('电子回单', [
    `付款人户名：${payerName}`,
    '收款人户名：Guildhall 云商店运营有限公司',
    `金额（小写）：￥${amount}`,
    '用途：云商店余额充值',
  ]);
  const slipFileId = await upload(actor, 'bankSlip', `电子回单-${payerName}.pdf`, pdf);
  const row = await requestTopUp(actor, {
    requestKey: demoKey(),
    amount,
    payerName,
    slipFileId,
  });
  return row.id;
}

/** A transfer that finance confirmed. */
export async function topUp(
  actor: Buyer,
  finance: Actor,
  amount: string,
  payerName: string,
  bankReference: string,
): Promise<void> {
  await confirmTopUp(finance, await report(actor, amount, payerName), { amount, bankReference });
}

/** One SKU per specification on sale, in the order of the shelf. */
export async function onShelf(): Promise<string[]> {
  const rows = await withActor(system('demo'), ({ tx }) =>
    tx
      .selectDistinctOn([specs.id], {
        sku: skus.id,
        product: products.id,
        position: specs.position,
      })
      .from(skus)
      .innerJoin(specs, eq(specs.id, skus.specId))
      .innerJoin(products, eq(products.id, skus.productId))
      .where(
        and(
          eq(products.state, 'onSale'),
          eq(specs.state, 'onSale'),
          eq(skus.state, 'onSale'),
          sql`not exists (select from sale_restriction r where r.product_id = ${products.id})`,
        ),
      )
      .orderBy(asc(specs.id), asc(skus.position)),
  );
  return rows.map(({ sku }) => sku);
}
