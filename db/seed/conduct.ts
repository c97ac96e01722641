import { makePdf } from '@/lib/files/samples/pdf';
import { TIME_ZONE } from '@/lib/i18n/locales';
import { dayOf } from '@/lib/time/working-days';
import { publishAnnouncement, writeAnnouncement } from '@/lib/workflows/announcement/commands';
import {
  answerViolation,
  recordViolation,
  upholdViolation,
} from '@/lib/workflows/violation/commands';
import { asOperator, asOwner, upload } from './cast';
import { backThen, standBack } from './clock';

/** A breach that the demo's merchant answered and that was upheld, and the public notice of it. */
export async function seedConduct(): Promise<void> {
  const owner = await asOwner('owner');
  const reviewer = await asOperator('reviewer');
  const { merchantId } = owner;
  const mails = await makePdf('邮件往来', [
    '客户：数据核对报告第 4 页的行数对不上，请协助确认。',
    '（之后 31 小时没有回复）',
  ]);
  const { id } = await recordViolation(reviewer, {
    merchantId,
    behaviour: 'mailUnanswered',
    productAction: 'none',
    merchantAction: 'none',
    reason: '客户就核对报告发出的问题邮件，31 小时后才得到回复，超过 24 小时的承诺。',
    evidenceFileIds: [await upload(reviewer, 'violationEvidence', '邮件往来.pdf', mails)],
  });
  await standBack(11);
  await answerViolation(owner, id, {
    answer: '邮件落入了共享邮箱的过滤规则，已取消该规则并设置双人值守，后续不会再发生。',
    answerFileIds: [],
  });
  await standBack(9);
  await upholdViolation(reviewer, id, {
    reply: '整改措施已核实。超时事实成立，维持原处理，不再追加处罚。',
  });
  await standBack(8);
  const admin = await asOperator('admin');
  const notice = await writeAnnouncement(admin, {
    title: {
      'zh-CN': '关于售后邮件响应超时的处理公告',
      en: 'Notice on an after-sales mail answered late',
    },
    body: {
      'zh-CN':
        '经核实，该商家对客户问题邮件的回复超过约定的 24 小时。商家已说明原因并完成整改。请各商家检查服务邮箱与值守安排，确保客户的问题在承诺的时间内得到答复。',
      en: 'The merchant answered a customer’s mail about a product problem later than the agreed 24 hours. It has explained the cause and mended it. Merchants are asked to check their service mailboxes and duty rosters, so that customers are answered within the time that was promised.',
    },
    merchantId,
    violationId: id,
    behaviour: {
      'zh-CN': '商品问题邮件 24 小时内未回复',
      en: 'A mail about a product problem was not answered within 24 hours',
    },
    result: {
      'zh-CN': '记 3 分，责令整改。',
      en: 'Three points on record; ordered to mend the cause.',
    },
    decidedOn: dayOf(backThen(9), TIME_ZONE),
  });
  await publishAnnouncement(admin, notice.id);
}
