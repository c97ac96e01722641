import { and, asc, eq, isNotNull } from 'drizzle-orm';
import { type Actor, type Member, system } from '@/lib/auth/actor';
import { withActor } from '@/lib/engine/with-actor';
import { makeDocx } from '@/lib/files/samples/office';
import { makePdf } from '@/lib/files/samples/pdf';
import { makePicture } from '@/lib/files/samples/pictures';
import { toDateTimeInput } from '@/lib/i18n/format';
import {
  acceptDelivery,
  confirmRequirement,
  deliver,
  openSupervision,
  rejectDelivery,
  rejectRequirement,
  submitRequirement,
} from '@/lib/workflows/supervision/commands';
import { getSupervisionOfOrder } from '@/lib/workflows/supervision/queries';
import { orders } from '../schema';
import { appealAndResume, appealOpenly } from './appeal';
import { asOwner, upload } from './cast';
import { setClock } from './clock';

/** Where each paid order of the demo is left, the oldest first. */
const LEFT_AT = [
  'accepted',
  'acceptedAfterRejection',
  'acceptance',
  'rejectedDelivery',
  'appealed',
  'requirementConfirm',
  'rejectedRequirement',
] as const;
type LeftAt = (typeof LEFT_AT)[number];

const HOUR = 3_600_000;
/** Hours that reach beyond the demo's past: as late as it gets. */
const NOW = 10_000;

interface Scene {
  id: string;
  buyer: Actor;
  owner: Member;
  product: string;
  paidAt: Date;
  requirementStep: boolean;
  /** Lets `hours` of the demo's past go by, never up to now. */
  later: (hours: number) => Promise<void>;
}

type Order = typeof orders.$inferSelect;

/**
 * Takes the demo's paid orders through their delivery by the commands that people use, with real documents, so that
 * there is one at every node that the demo's services reach.
 */
export async function seedSupervision(): Promise<void> {
  const paid = await withActor(system('demo'), ({ tx }) =>
    tx
      .select()
      .from(orders)
      .where(and(eq(orders.state, 'processing'), isNotNull(orders.paidAt)))
      .orderBy(asc(orders.paidAt)),
  );
  for (const [index, order] of paid.entries()) await deliverOrder(order, LEFT_AT[index]);
}

/**
 * Opens the delivery of a paid order and takes it on until it is left at a place; without one it is left as it opens.
 * @returns the delivery's record, and how to let more of the demo's past go by after it
 */
export async function deliverOrder(order: Order, left: LeftAt | undefined) {
  const paidAt = order.paidAt as Date;
  let at = paidAt.getTime();
  const later = async (hours: number) => {
    at = Math.min(at + hours * HOUR, Date.now() - HOUR);
    await setClock(Math.round((at - Date.now()) / 1000));
  };
  await later(0.01);
  await openSupervision(order.id);
  const buyer: Actor = { kind: 'buyer', accountId: order.buyerId };
  const record = await getSupervisionOfOrder(buyer, order.id);
  const owner = await asOwner('owner');
  if (record && left) {
    const { id, requirementStep } = record;
    await play(
      { id, buyer, owner, product: order.productName, paidAt, requirementStep, later },
      left,
    );
  }
  return { buyer, owner, later };
}

async function play(scene: Scene, left: LeftAt): Promise<void> {
  const { id, buyer, owner, later } = scene;
  if (scene.requirementStep) {
    await later(5);
    await handInRequirement(scene);
    if (left === 'requirementConfirm') return;
    await later(20);
    if (left === 'rejectedRequirement') {
      await rejectRequirement(owner, id, {
        reason: '请补充源库的版本、数据量，以及可以安排的停机窗口。',
      });
      return;
    }
    await confirmRequirement(owner, id);
  }
  await later(60);
  await handIn(scene, left === 'accepted' ? toDateTimeInput(scene.paidAt) : '');
  if (left === 'acceptance' || left === 'requirementConfirm') return;
  await later(10);
  if (left !== 'accepted') {
    await rejectDelivery(buyer, id, {
      reason: '验收文档中的交付清单与需求文档不一致，缺少回退预案，请补充后重新提交。',
    });
    if (left === 'rejectedDelivery') return;
    if (left === 'appealed') {
      // An hour ago, so that the arbiter still has the days that the house promises.
      await later(NOW);
      await appealOpenly(buyer, id);
      return;
    }
    await later(8);
    await appealAndResume(scene, id);
    await later(10);
    await handIn(scene, '');
    await later(12);
  }
  await acceptDelivery(buyer, id);
}

async function handInRequirement({ id, buyer, product }: Scene): Promise<void> {
  const document = await makeDocx('需求文档', [
    `服务：${product}`,
    '业务系统：订单与仓储管理系统，工作日八点至二十点为业务高峰。',
    '现有环境：MySQL 5.7 两个实例，共约 320 GB，每日增量约 4 GB。',
    '期望：停机不超过两小时，完成后提供核对报告与运行手册。',
  ]);
  await submitRequirement(buyer, id, {
    text: '两个 MySQL 5.7 实例共约 320 GB，希望在周末夜间完成，停机不超过两小时；完成后请提供核对报告与运行手册。',
    documents: {
      requirementAttachment: [
        await upload(buyer, 'requirementAttachment', '需求文档.docx', document),
      ],
    },
  });
}

/** Hands in what a delivery needs, with real documents. */
export async function handIn(
  { id, owner, product }: Pick<Scene, 'id' | 'owner' | 'product'>,
  enabledAt: string,
): Promise<void> {
  const sow = await makeDocx('工作说明书', [
    `服务：${product}`,
    '范围、计划、双方职责与验收标准。',
  ]);
  const acceptance = await makePdf('验收文档', [
    `服务：${product}`,
    '一、交付清单：实施方案、回退预案、核对报告、运行手册',
    '二、核对结果：行数与校验和一致',
    '三、结论：已按约定完成',
  ]);
  const shot = await makePicture({ width: 1280, height: 720, format: 'png', hue: 200 });
  await deliver(owner, id, {
    description: '已按需求文档完成实施：全量与增量同步完成，核对一致，运行手册已移交。',
    enabledAt,
    documents: {
      sow: [await upload(owner, 'deliveryProof', '工作说明书.docx', sow)],
      acceptanceDocument: [await upload(owner, 'deliveryProof', '验收文档.pdf', acceptance)],
      screenshot: [await upload(owner, 'deliveryScreenshot', '核对结果截图.png', shot)],
    },
  });
}
