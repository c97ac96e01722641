import { eq } from 'drizzle-orm';
import { type Actor, type Buyer, system } from '@/lib/auth/actor';
import { withActor } from '@/lib/engine/with-actor';
import { makePdf } from '@/lib/files/samples/pdf';
import { fenToYuan } from '@/lib/i18n/format';
import { agreeRefund, executeRefund, requestRefund } from '@/lib/workflows/refund/commands';
import { getRefundOffer } from '@/lib/workflows/refund/queries';
import type { Tx } from '../client';
import { orders } from '../schema';
import { createAccount, type Passerby } from './account';
import { asOperator, asOwner, upload } from './cast';
import { standBack } from './clock';
import { onShelf, pay, topUp } from './order';
import { giveOpinion, type Opinion } from './product-reviews';
import { placeDemoOrder } from './sale';
import { deliverOrder } from './supervision';

const CUSTOMERS: Passerby[] = [
  {
    name: '顾以宁',
    email: 'gu@jincheng.example',
    phone: '13800070001',
    realName: '苏州锦程纺织有限公司',
    creditCode: '91320505MA1MKD7H48',
  },
  {
    name: '庄海潮',
    email: 'it@haichuan.example',
    phone: '13800070002',
    realName: '宁波海川国际货运有限公司',
    creditCode: '91330212MA2AJD5H6X',
  },
  { name: '宋知远', email: 'song@zhiyuan.example', phone: '13800070003', realName: '宋知远' },
];

/** Who bought which specification of the shelf, how many days ago, and what they say of it now. */
const BOUGHT: { customer: number; shelf: number; daysAgo: number; opinion: Opinion }[] = [
  {
    customer: 0,
    shelf: 0,
    daysAgo: 16,
    opinion: {
      quality: 5,
      service: 5,
      delivery: 5,
      tags: ['professional', 'onTime'],
      text: '两个老版本 MySQL 迁移，字符集问题提前在演练里发现并处理，正式割接比计划还早了半小时。',
      answer: '演练阶段贵司配合得非常及时，感谢信任。后续扩容时欢迎随时联系值守组。',
      followUp: '运行两周，没有出现慢查询，值守组每周都会主动发巡检报告。',
    },
  },
  {
    customer: 1,
    shelf: 2,
    daysAgo: 15,
    opinion: {
      quality: 4,
      service: 5,
      delivery: 4,
      tags: ['responsive', 'asDescribed'],
      text: '环境配置和描述一致，网络与权限划分讲得很清楚。文档中的示例命令有两处需要自己改参数。',
      answer: '示例命令已更新到手册 1.2 版并重新发送，谢谢指出。',
    },
  },
  {
    customer: 2,
    shelf: 6,
    daysAgo: 14,
    opinion: {
      quality: 5,
      service: 4,
      delivery: 5,
      tags: ['goodValue'],
      text: '困扰我们一周的锁等待问题，当天就定位到了，报告写得通俗易懂。',
    },
  },
  {
    customer: 1,
    shelf: 4,
    daysAgo: 13,
    opinion: {
      quality: 3,
      service: 1,
      delivery: 2,
      tags: ['late', 'hardToReach'],
      text: '月初两次告警都过了一个小时才有人响应，电话转了三个人。',
      apology: '值守排班已调整，并为您指定了专属联系人，本月费用可为您减免一半，您看是否可以？',
      kept: true,
      answer: '因排班交接疏漏给您带来不便，深表歉意。已改为双人值守，告警十分钟内响应。',
    },
  },
  {
    customer: 2,
    shelf: 2,
    daysAgo: 12,
    opinion: {
      quality: 5,
      service: 5,
      delivery: 5,
      tags: [],
      text: '很好。另外我们也承接同类服务，价格更低，加微信 yunwei-6688 详聊。',
      hidden: { rule: 'PR-2', reason: '评价中留有联系方式，并为其他服务引流。' },
    },
  },
];

/**
 * Customers beside those who are introduced at the start: what they bought was delivered, they say what they think of
 * it, and one got a part of its money back.
 */
export async function seedOtherCustomers(_tx: Tx, now: Date): Promise<void> {
  const finance = await asOperator('finance');
  const customers: Buyer[] = [];
  for (const [index, person] of CUSTOMERS.entries()) {
    const buyer = await createAccount(person, now);
    await topUp(buyer, finance, '60000.00', person.realName, `CMB2026110${index + 1}0001`);
    customers.push(buyer);
  }
  const shelf = await onShelf();
  const buy = async (customer: number, spec: number, daysAgo: number) => {
    await standBack(daysAgo);
    const buyer = customers[customer] as Buyer;
    const id = await placeDemoOrder(buyer, shelf[spec % shelf.length] as string);
    await pay(buyer, id);
    return withActor(system('demo'), async ({ tx }) => {
      const [order] = await tx.select().from(orders).where(eq(orders.id, id));
      if (!order) throw new Error(`the demo has no order ${id}`);
      return order;
    });
  };
  for (const { customer, shelf: spec, daysAgo, opinion } of BOUGHT) {
    const order = await buy(customer, spec, daysAgo);
    const { later } = await deliverOrder(order, 'accepted');
    await later(30);
    await giveOpinion(order.id, opinion);
  }
  await giveBackPart(await buy(0, 3, 11));
}

/** One of three environments was made ready; the customer takes the money of the other two back. */
async function giveBackPart(order: typeof orders.$inferSelect): Promise<void> {
  const { buyer, later } = await deliverOrder(order, undefined);
  await later(70);
  const paid = (await getRefundOffer(buyer, order.id))?.paid ?? 0n;
  const { id } = await requestRefund(buyer, {
    orderId: order.id,
    amount: fenToYuan((paid * 2n) / 3n),
    reason: 'scopeChanged',
    explanation: '只启用了生产环境，开发与测试环境改由集团统一提供。',
    share: true,
  });
  await later(26);
  await agreeRefund(await asOwner('owner'), id, {
    opinion: '生产环境已配置并验收，其余两套环境未开始，双方同意退还三分之二。',
    documents: await proofs(await asOwner('owner')),
  });
  await executeRefund(id);
}

async function proofs(owner: Actor): Promise<Record<string, string[]>> {
  const paper = async (name: string, lines: string[]) => [
    await upload(owner, 'refundProof', `${name}.pdf`, await makePdf(name, lines)),
  ];
  return {
    agreementRecord: await paper('协商记录', [
      '双方确认：生产环境按约定交付，开发、测试环境不再实施。',
      '退还金额按三套环境平均计算，为已付金额的三分之二。',
    ]),
    acceptanceDocument: await paper('阶段验收文档', [
      '一、交付清单：生产环境网络、主机、权限配置清单',
      '二、结论：生产环境已按约定完成',
    ]),
  };
}
