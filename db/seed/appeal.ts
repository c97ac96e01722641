import type { Actor, Member } from '@/lib/auth/actor';
import { makePdf } from '@/lib/files/samples/pdf';
import {
  answerAsBuyer,
  askBuyer,
  decideResume,
  openAppealAsBuyer,
  openAppealAsMerchant,
} from '@/lib/workflows/appeal/commands';
import { asOperator, upload } from './cast';

/** A rejected delivery that the customer takes to the platform, and that waits for the arbiter. */
export async function appealOpenly(buyer: Actor, supervisionId: string): Promise<void> {
  const mails = await makePdf('往来邮件', [
    '客户：验收文档中的交付清单缺少回退预案，请于本周五前补充。',
    '商家：回退预案由贵司运维团队自行编写，不在本次服务范围内。',
    '客户：需求文档第三条写明由商家提供，请核对。',
  ]);
  await openAppealAsBuyer(buyer, {
    supervisionId,
    ground: 'notAsAgreed',
    reason:
      '需求文档第三条约定由商家提供回退预案，交付的清单中未包含。商家在邮件中称该项不在服务范围内，协商未果。',
    demand: '请商家补充回退预案后重新交付；如不能补充，请退还相应费用。',
    documents: { evidence: [await upload(buyer, 'appealEvidence', '往来邮件.pdf', mails)] },
  });
}

/** A rejection that the merchant disputes; the customer is heard, and the delivery goes on. */
export async function appealAndResume(
  { buyer, owner, later }: { buyer: Actor; owner: Member; later: (hours: number) => Promise<void> },
  supervisionId: string,
): Promise<void> {
  const arbiter = await asOperator('arbiter');
  const { id } = await openAppealAsMerchant(owner, {
    supervisionId,
    ground: 'unfoundedRejection',
    reason: '交付清单已按需求文档逐项提供，客户驳回时未指明缺少的内容，电话沟通未果。',
    demand: '请核实后恢复流程。',
    documents: {},
  });
  await later(4);
  await askBuyer(arbiter, id, { text: '请指明交付清单中缺少的内容，以及需求文档中的对应条款。' });
  await later(6);
  await answerAsBuyer(buyer, id, {
    text: '缺少的是回退预案，对应需求文档第三条。补充后即可验收。',
    documents: {},
  });
  await later(2);
  await decideResume(arbiter, id, {
    reason:
      '需求文档第三条列明回退预案，交付清单中未见。请商家补充后重新交付，客户收到后及时验收。',
  });
}
