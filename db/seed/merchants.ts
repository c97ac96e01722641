import { setInvoiceTypes, setInvoicing } from '@/lib/records/merchant/commands';
import { addSupportGroup } from '@/lib/records/support-group/commands';
import {
  openCertification,
  passCertification,
  submitCertification,
} from '@/lib/workflows/business-certification/commands';
import {
  approveOnboarding,
  openOnboarding,
  rejectOnboarding,
  submitOnboarding,
} from '@/lib/workflows/onboarding/commands';
import { seedAgreements } from './agreement';
import { asBuyer, asOperator, asOwner } from './cast';
import { standBack } from './clock';
import { type Company, companyForm } from './company-form';

const YUNFAN: Company = {
  name: '杭州云帆数据技术有限公司',
  introduction:
    '云帆数据成立于 2017 年，专注数据库迁移、云上运维与容灾建设，团队由资深数据库工程师和云架构师组成，已服务制造、物流、零售行业三百余家企业。我们提供评估、演练、割接、值守的全流程服务，交付过程可追溯、可验收。',
  contact: { name: '周景行', mobile: '13800020001', email: 'owner@yunfan.example' },
  city: ['浙江省', '杭州市', '文一西路 998 号 5 幢', '311121'],
  phone: '0571-88881234',
  mailbox: 'service@yunfan.example',
  website: 'https://www.yunfan.example',
  letters: 'YF',
  hue: 200,
};
const LANHAI: Company = {
  name: '青岛蓝海软件有限公司',
  introduction:
    '蓝海软件面向中小制造企业提供业务系统实施与培训服务，拥有十余年生产管理系统落地经验，帮助客户梳理流程、配置系统、培训人员，并提供长期驻场与远程支持。',
  contact: { name: '唐亦舒', mobile: '13800030001', email: 'apply@lanhai.example' },
  city: ['山东省', '青岛市', '香港中路 66 号', '266071'],
  phone: '0532-88886600',
  mailbox: 'service@lanhai.example',
  website: 'https://www.lanhai.example',
  letters: 'LH',
  hue: 150,
};

/** A merchant that is approved and certified, and a company whose application was returned once and waits again. */
export async function seedMerchants(): Promise<void> {
  await seedAgreements();
  const reviewer = await asOperator('reviewer');
  const founder = await asBuyer('owner');
  const application = await openOnboarding(founder, {});
  await submitOnboarding(founder, application.id, await companyForm(founder, YUNFAN));
  await approveOnboarding(reviewer, application.id, {});

  const owner = await asOwner('owner');
  await addSupportGroup(owner, {
    name: '交付服务组',
    content: '需求沟通、实施进度、交付与验收问题',
    hours: [{ days: [1, 2, 3, 4, 5], from: '09:00', to: '18:00' }],
    phone: YUNFAN.phone,
    email: YUNFAN.mailbox,
  });
  await addSupportGroup(owner, {
    name: '运维值守组',
    content: '运维告警、故障排查与应急响应',
    hours: [{ days: [1, 2, 3, 4, 5, 6, 7], from: '08:00', to: '22:00' }],
    phone: '0571-88885678',
    email: 'oncall@yunfan.example',
  });
  await setInvoiceTypes(owner, {
    types: ['general.electronic', 'general.digital', 'special.paper', 'special.digital'],
  });
  await setInvoicing(owner, {
    invoicing: {
      taxId: '91330106MA2GUD1H0Y',
      address: YUNFAN.city.slice(0, 3).join(''),
      phone: YUNFAN.phone,
      bankName: '招商银行杭州分行营业部',
      bankAccount: '571900001234567',
    },
    mailing: {
      receiver: '江晚晴',
      phone: '13800020009',
      address: YUNFAN.city.slice(0, 3).join(''),
      postalCode: YUNFAN.city[3],
    },
  });
  const certification = await openCertification(owner, {});
  await submitCertification(owner, certification.id, {
    registeredAddress: YUNFAN.city.slice(0, 3).join(''),
    companyPhone: YUNFAN.phone,
    taxpayerKind: 'general',
    taxId: '91330106MA2GUD1H0Y',
    taxRate: '6',
    financeContact: { name: '江晚晴', mobile: '13800020009', email: 'finance@yunfan.example' },
    bank: {
      holder: YUNFAN.name,
      bankName: '招商银行',
      branch: '杭州分行营业部',
      branchCode: '308331012018',
      number: '571900001234567',
    },
  });
  await passCertification(await asOperator('finance'), certification.id, {});

  await standBack(2);
  const applicant = await asBuyer('applicant');
  const second = await openOnboarding(applicant, {});
  const filled = await companyForm(applicant, LANHAI);
  await submitOnboarding(applicant, second.id, {
    ...filled,
    introduction: '软件开发；信息系统集成；计算机软硬件及外围设备销售；技术咨询服务。',
  });
  await rejectOnboarding(reviewer, second.id, {
    reasons: [
      { field: 'introduction', text: '公司简介不能照搬营业执照的经营范围，请介绍主营业务与优势。' },
    ],
  });
}
