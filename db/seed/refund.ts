import { and, asc, eq } from 'drizzle-orm';
import { type Actor, system } from '@/lib/auth/actor';
import { withActor } from '@/lib/engine/with-actor';
import { fenToYuan } from '@/lib/i18n/format';
import { rejectRefund, requestRefund } from '@/lib/workflows/refund/commands';
import { getRefundOffer } from '@/lib/workflows/refund/queries';
import { supervisions } from '../schema';
import { asOwner } from './cast';
import { setClock } from './clock';

const MINUTE = 60;

/**
 * A customer whose requirement came back asks for all of the money, is refused with an opinion, and asks again for a
 * part, which waits for the merchant; made by the commands that people use.
 */
export async function seedRefunds(): Promise<void> {
  const owner = await asOwner('owner');
  const [record] = await withActor(system('demo'), ({ tx }) =>
    tx
      .select()
      .from(supervisions)
      .where(
        and(eq(supervisions.state, 'requirement'), eq(supervisions.merchantId, owner.merchantId)),
      )
      .orderBy(asc(supervisions.id))
      .limit(1),
  );
  if (!record) return;
  const buyer: Actor = { kind: 'buyer', accountId: record.buyerId };
  const { orderId } = record;
  const offer = await getRefundOffer(buyer, orderId);
  if (!offer || offer.against) return;
  const { paid } = offer;
  await setClock(-50 * MINUTE);
  const { id } = await requestRefund(buyer, {
    orderId,
    amount: fenToYuan(paid),
    reason: 'scopeChanged',
    explanation: '业务系统改为年底整体下线，不再需要迁移。',
  });
  await setClock(-30 * MINUTE);
  await rejectRefund(owner, id, {
    opinion: '前期评估与方案已完成并发送给贵司，请按未实施的部分申请退订。',
  });
  await setClock(-10 * MINUTE);
  await requestRefund(buyer, {
    orderId,
    amount: fenToYuan((paid * 7n) / 10n),
    reason: 'agreed',
    explanation: '与项目经理电话沟通，评估部分按三成计算，退还其余七成。',
    share: true,
  });
}
