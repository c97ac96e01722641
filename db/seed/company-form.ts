import type { Actor } from '@/lib/auth/actor';
import { makePdf } from '@/lib/files/samples/pdf';
import { makePicture } from '@/lib/files/samples/pictures';
import { getCurrentAgreement } from '@/lib/records/agreement/queries';
import { upload } from './cast';

/** A company of the demo as it fills in its application. */
export interface Company {
  name: string;
  introduction: string;
  contact: { name: string; mobile: string; email: string };
  city: [province: string, city: string, street: string, postalCode: string];
  phone: string;
  mailbox: string;
  website: string;
  /** Latin letters on the logo. */
  letters: string;
  hue: number;
}

/** The application form, with a logo and a licence of the company's own. */
export async function companyForm(
  actor: Actor,
  company: Company,
): Promise<Record<string, unknown>> {
  const { letters, hue } = company;
  const logo = await makePicture({ width: 168, height: 70, format: 'png', letters, hue });
  const licence = await makePdf('营业执照', [
    company.name,
    `住所：${company.city.slice(0, 3).join('')}`,
    '经营范围：软件开发；信息系统集成；数据处理服务。',
  ]);
  const [province, city, street, postalCode] = company.city;
  const agreement = await getCurrentAgreement(actor, 'cooperation');
  return {
    website: company.website,
    platformContact: { has: 'no' },
    logoFileId: await upload(actor, 'companyLogo', '公司标识.png', logo),
    yearsInBusiness: '5-10',
    employees: '100-499',
    registeredCapital: '1000',
    licenceFileId: await upload(actor, 'businessLicence', '营业执照.pdf', licence),
    introduction: company.introduction,
    businessContact: company.contact,
    address: { country: 'CN', province, city, street, postalCode },
    servicePhone: company.phone,
    serviceEmail: company.mailbox,
    serviceTime: { days: '7', hours: '10' },
    agreementId: agreement?.id,
    agreed: 'on',
  };
}
