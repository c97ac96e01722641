import { getDatabase } from '../client';
import { supportGroups } from '../schema';
import type { ProductProposal, SpecDraft } from '../schema/product-application';
import { makeFileRow } from './file';

const PARAGRAPH =
  '迁移工程师先盘点源库的版本、字符集、对象数量与增量速率，形成评估报告；随后在隔离环境演练全量与增量同步，核对行数与校验和；割接窗口内切换写流量，保留回退方案；割接后七天内值守，处理慢查询与兼容性问题，并移交运行手册。';

/** A description that is long enough by itself. */
export const longDescription = `<h2>服务内容</h2>${Array.from({ length: 5 }, () => `<p>${PARAGRAPH}</p>`).join('')}`;

export const simpleSpec = (values: Partial<SpecDraft> = {}): SpecDraft => ({
  key: 'new-1',
  name: '标准迁移',
  description: '单个实例，数据量 500 GB 以内。',
  hidden: false,
  pricing: 'simple',
  billings: ['oneTime'],
  attributes: [],
  skus: [{ billing: 'oneTime', values: [], offered: true, price: '990000', bands: [] }],
  ...values,
});

/** One quantity and one enumeration, priced per unit. */
export const matrixSpec = (values: Partial<SpecDraft> = {}): SpecDraft => ({
  ...simpleSpec({ key: 'new-2', name: '多实例迁移', pricing: 'custom', billings: ['month'] }),
  attributes: [
    { kind: 'enumeration', code: 'serviceLevel', name: '服务等级', values: ['标准', '尊享'] },
    {
      kind: 'quantity',
      code: 'instances',
      name: '实例数',
      unit: '个',
      min: 5,
      max: 95,
      step: 5,
      mode: 'linear',
    },
  ],
  skus: ['标准', '尊享'].map((value, i) => ({
    billing: 'month' as const,
    values: [{ code: 'serviceLevel', value }],
    offered: true,
    price: String(20_000 * (i + 1)),
    bands: [],
  })),
  ...values,
});

/** A form that passes every rule, with files and a support group of this merchant. */
export async function makeProposal(
  owner: { merchantId: string; accountId: string },
  values: Partial<ProductProposal> = {},
): Promise<ProductProposal> {
  const now = new Date();
  const groupId = `sg_${now.getTime().toString(36)}${Math.random().toString(36).slice(2, 10)}`;
  await getDatabase()
    .insert(supportGroups)
    .values({
      id: groupId,
      merchantId: owner.merchantId,
      name: groupId,
      content: '安装、使用与故障咨询',
      hours: [{ days: [1, 2, 3, 4, 5], from: '09:00', to: '18:00' }],
      phone: '0571-88880000',
      email: 'support@example.test',
      createdAt: now,
      updatedAt: now,
    });
  const file = (purpose: string) => makeFileRow(owner, purpose);
  return {
    name: `数据库上云迁移服务${Math.random().toString(36).slice(2, 8)}`,
    productVersion: 'V1.0',
    categoryId: 'ct_data-migration',
    publicSale: true,
    logoFileId: await file('productLogo'),
    pictureFileIds: [await file('productPicture')],
    summary: '由专业工程师完成评估、演练、割接与核对，把自建数据库平滑迁移到云上。',
    description: longDescription,
    highlights: ['不停业务迁移', '割接前可回退'],
    cases: [],
    agreementFileId: await file('serviceAgreement'),
    guideFileId: await file('usageGuide'),
    supportGroupIds: [groupId],
    software: false,
    copyrightFileIds: [],
    openSource: false,
    openSourceFileId: '',
    selfChecks: [
      'truthful',
      'noVirus',
      'noPresetPassword',
      'personalData',
      'rightsCleared',
      'deliveryReady',
    ],
    flow: { template: 'standard', requirementStep: true },
    deliveryPeriodDays: 15,
    requirementTemplateFileId: await file('requirementTemplate'),
    deliveryTemplateFileId: await file('deliveryTemplate'),
    tags: [],
    shareRule: 'standard',
    seo: { title: '', keywords: '', description: '' },
    specs: [simpleSpec(), matrixSpec()],
    ...values,
  };
}
