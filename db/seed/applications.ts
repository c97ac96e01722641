import {
  approveOnboarding,
  openOnboarding,
  submitOnboarding,
} from '@/lib/workflows/onboarding/commands';
import type { Tx } from '../client';
import { createAccount } from './account';
import { asOperator } from './cast';
import { type Company, companyForm } from './company-form';

interface Applicant {
  creditCode: string;
  company: Company;
}

/** Approved, but not certified yet. */
const XINGQIAO: Applicant = {
  creditCode: '91510107MA6CUD4H4E',
  company: {
    name: '成都星桥信息技术有限公司',
    introduction:
      '星桥信息为医疗与教育机构提供数据治理和报表平台建设服务，从数据盘点、标准制定到看板上线全程陪伴，团队常驻成都，可在西南地区上门服务。',
    contact: { name: '罗思齐', mobile: '13800050001', email: 'luo@xingqiao.example' },
    city: ['四川省', '成都市', '天府大道中段 530 号', '610041'],
    phone: '028-85550011',
    mailbox: 'service@xingqiao.example',
    website: 'https://www.xingqiao.example',
    letters: 'XQ',
    hue: 280,
  },
};

/** Waits for review. */
const QIHANG: Applicant = {
  creditCode: '91420100MA4KUD5H55',
  company: {
    name: '武汉启航云计算有限公司',
    introduction:
      '启航云计算专注企业上云评估与迁移实施，提供应用梳理、容量规划、迁移演练和上线护航服务，累计完成一百二十余个迁移项目，可按客户要求提供驻场支持。',
    contact: { name: '程亦安', mobile: '13800060001', email: 'cheng@qihang.example' },
    city: ['湖北省', '武汉市', '光谷大道 77 号', '430074'],
    phone: '027-87770022',
    mailbox: 'support@qihang.example',
    website: 'https://www.qihang.example',
    letters: 'QH',
    hue: 20,
  },
};

/** Companies beside those whose people are introduced at the start: a new merchant and an application to decide. */
export async function seedApplications(_tx: Tx, now: Date): Promise<void> {
  const approved = await apply(XINGQIAO, now);
  await approveOnboarding(await asOperator('reviewer'), approved, {});
  await apply(QIHANG, now);
}

async function apply({ company, creditCode }: Applicant, now: Date): Promise<string> {
  const { name, email, mobile: phone } = company.contact;
  const actor = await createAccount(
    { name, email, phone, realName: company.name, creditCode },
    now,
  );
  const { id } = await openOnboarding(actor, {});
  await submitOnboarding(actor, id, await companyForm(actor, company));
  return id;
}
