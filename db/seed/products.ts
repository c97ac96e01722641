import type { Member } from '@/lib/auth/actor';
import { makeDocx, makeXlsx } from '@/lib/files/samples/office';
import { makePdf } from '@/lib/files/samples/pdf';
import { makePicture } from '@/lib/files/samples/pictures';
import { listOwnSupportGroups } from '@/lib/records/support-group/queries';
import {
  approveApplication,
  openApplication,
  rejectApplication,
  saveApplication,
  submitApplication,
} from '@/lib/workflows/product-application/commands';
import type { ProductProposal } from '../schema/product-application';
import { asOperator, asOwner, upload } from './cast';
import { standBack } from './clock';
import { DEMO_SERVICES, type DemoService, specDrafts } from './services';

const SELF_CHECKS = [
  'truthful',
  'noVirus',
  'noPresetPassword',
  'personalData',
  'rightsCleared',
  'deliveryReady',
];

const AGREEMENT = [
  '第一条 服务内容：商家按照商品页面所选规格向客户提供人工服务，具体范围以双方确认的需求文档为准。',
  '第二条 交付与验收：商家在约定的交付周期内完成交付并提交验收文档，客户按照商品交付模板所列标准验收。',
  '第三条 费用：客户在下单时支付服务费用，款项在验收前由平台担保。',
  '第四条 个人信息保护：双方仅为履行本协议处理对方提供的个人信息，采取必要的保护措施，服务结束后及时删除。',
  '第五条 保密：双方对合作中知悉的技术与商业信息承担保密义务。',
  '第六条 争议解决：双方协商解决；协商不成的，可通过平台的服务监管流程处理。',
];

async function proposal(
  owner: Member,
  service: DemoService,
  supportGroupIds: string[],
): Promise<ProductProposal> {
  const picture = (purpose: string, name: string, width: number, height: number, turn = 0) =>
    makePicture({ width, height, format: 'png', hue: (service.hue + turn) % 360 }).then((content) =>
      upload(owner, purpose, name, content),
    );
  return {
    name: service.name,
    productVersion: 'V1.0',
    categoryId: service.categoryId,
    publicSale: service.publicSale,
    logoFileId: await picture('productLogo', '商品标识.png', 120, 120),
    pictureFileIds: [
      await picture('productPicture', '商品主图一.png', 800, 600),
      await picture('productPicture', '商品主图二.png', 800, 600, 40),
    ],
    summary: service.summary,
    description: service.story
      .map(([heading, text]) => `<h2>${heading}</h2><p>${text}</p>`)
      .join(''),
    highlights: service.highlights,
    cases: [
      {
        title: '某物流企业核心系统',
        background:
          '客户的订单与仓储系统运行在自建机房，设备老化，业务高峰时响应缓慢，缺少专职的数据库与运维人员。',
        improvement:
          '完成实施后，业务高峰期响应时间缩短一半，备份恢复演练每月执行，团队把精力转回到业务功能上。',
      },
    ],
    agreementFileId: await upload(
      owner,
      'serviceAgreement',
      `${service.name}服务协议.pdf`,
      await makePdf('商品服务协议', [service.name, ...AGREEMENT]),
    ),
    guideFileId: await upload(
      owner,
      'usageGuide',
      '使用指南.docx',
      await makeDocx('使用指南', [
        '第一步：购买后在“我的云商店 > 服务监管”提交需求。',
        '第二步：项目经理与您确认方案与时间安排。',
        '第三步：交付完成后，对照交付模板逐项验收。',
      ]),
    ),
    supportGroupIds,
    software: false,
    copyrightFileIds: [],
    openSource: false,
    openSourceFileId: '',
    selfChecks: SELF_CHECKS,
    flow: { template: 'standard', requirementStep: service.requirementStep },
    deliveryPeriodDays: service.deliveryPeriodDays,
    requirementTemplateFileId: await upload(
      owner,
      'requirementTemplate',
      '需求模板.xlsx',
      await makeXlsx('需求', [
        ['项目', '填写说明', '客户填写'],
        ['业务系统', '名称与用途', ''],
        ['现有环境', '主机、数据库版本与数据量', ''],
        ['期望时间', '可安排的实施窗口', ''],
      ]),
    ),
    deliveryTemplateFileId: await upload(
      owner,
      'deliveryTemplate',
      '商品交付模板.docx',
      await makeDocx('商品交付模板', [
        '一、交付清单',
        '二、验收标准：逐项核对并附截图',
        '三、验收结论与签字',
      ]),
    ),
    tags: [],
    shareRule: 'standard',
    seo: { title: service.name, keywords: '迁移,运维,上云', description: service.summary },
    specs: specDrafts(service),
  };
}

async function draft(
  owner: Member,
  service: DemoService,
  groups: string[],
  changes: Partial<ProductProposal> = {},
): Promise<string> {
  const { id } = await openApplication(owner, { class: 'general', deliveryType: 'manualService' });
  await saveApplication(owner, id, {
    proposal: { ...(await proposal(owner, service, groups)), ...changes },
  });
  return id;
}

/** Services on the shelf (one hidden), and one application each that waits, was returned, and is a draft. */
export async function seedProducts(): Promise<void> {
  const owner = await asOwner('owner');
  const reviewer = await asOperator('reviewer');
  const groups = (await listOwnSupportGroups(owner)).map(({ id }) => id);
  for (const service of DEMO_SERVICES) {
    const id = await draft(owner, service, groups);
    await submitApplication(owner, id, { confirm: 'submit' });
    await approveApplication(reviewer, id, {});
  }
  await standBack(1);
  const [first, second, third] = DEMO_SERVICES as [DemoService, DemoService, DemoService];
  const waiting = await draft(owner, first, groups, { name: '跨云数据同步服务' });
  await submitApplication(owner, waiting, { confirm: 'submit' });
  const returned = await draft(owner, second, groups, { name: '容器平台部署服务' });
  await submitApplication(owner, returned, { confirm: 'submit' });
  await rejectApplication(reviewer, returned, {
    reasons: [{ rule: 'PN-07', field: 'name', text: '名称与说明中的交付范围不一致，请统一。' }],
    opinion: '请补充容器平台的版本范围后重新提交。',
  });
  await draft(owner, third, groups, { name: '安全基线加固服务' });
}
