import { Readable } from 'node:stream';
import type { accounts } from '@/db/schema';
import { seedAgreements } from '@/db/seed/agreement';
import type { Actor, Buyer, Origin } from '@/lib/auth/actor';
import { receiveFile } from '@/lib/files/receive';
import { makePicture } from '@/lib/files/samples/pictures';
import { newId } from '@/lib/ids';
import { getCurrentAgreement } from '@/lib/records/agreement/queries';
import { createAccount } from '@/lib/testing/actors';
import { openOnboarding, submitOnboarding } from './commands';

export const FORM = {
  website: 'https://www.lanhai.example',
  platformContact: { has: 'no' },
  yearsInBusiness: '3-5',
  employees: '20-99',
  registeredCapital: '1000',
  introduction: '专注数据迁移与云上运维，服务制造与物流行业二百余家客户。',
  businessContact: { name: '唐亦舒', mobile: '13800030001', email: 'tang@lanhai.example' },
  address: {
    country: 'CN',
    province: '山东省',
    city: '青岛市',
    street: '香港中路 1 号',
    postalCode: '266000',
  },
  servicePhone: '0532-88880000',
  serviceEmail: 'service@lanhai.example',
  serviceTime: { days: '5', hours: '8' },
};

let serial = 0;

/** A verified company's main account that passes every gate. */
export async function createApplicant(
  values: Partial<typeof accounts.$inferInsert> = {},
): Promise<Buyer & { origin: Origin }> {
  serial += 1;
  const accountId = await createAccount({
    phone: `138${String(Date.now() % 10_000).padStart(4, '0')}${String(serial).padStart(4, '0')}`,
    passwordHash: 'set',
    realNameKind: 'enterprise',
    realName: '青岛蓝海软件有限公司',
    creditCode: newId('account').slice(3, 21).toUpperCase(),
    realNameAt: new Date(),
    ...values,
  });
  return { kind: 'buyer', accountId, origin: { ip: '203.0.113.7', userAgent: 'Test' } };
}

/** A real logo or licence, uploaded by the applicant. */
export async function uploadPicture(
  actor: Actor,
  purpose: 'companyLogo' | 'businessLicence',
): Promise<string> {
  const size = purpose === 'companyLogo' ? { width: 168, height: 70 } : { width: 300, height: 200 };
  const content = await makePicture({ ...size, format: 'png', letters: 'LH' });
  const name = purpose === 'companyLogo' ? '标识.png' : '营业执照.png';
  const { id } = await receiveFile(actor, { purpose, name, body: Readable.from([content]) });
  return id;
}

/** The form with files of the applicant's own, and the tick under the agreement in force. */
export async function completeForm(
  actor: Actor,
  changes: object = {},
): Promise<Record<string, unknown>> {
  await seedAgreements();
  const current = await getCurrentAgreement({ kind: 'visitor' }, 'cooperation');
  const files = {
    logoFileId: await uploadPicture(actor, 'companyLogo'),
    licenceFileId: await uploadPicture(actor, 'businessLicence'),
  };
  return { ...FORM, ...files, agreementId: current?.id, agreed: 'on', ...changes };
}

/** An applicant with an open, empty application. */
export async function openApplication() {
  await seedAgreements();
  const applicant = await createApplicant();
  return { applicant, row: await openOnboarding(applicant) };
}

/** An application that waits for review. */
export async function submittedApplication() {
  const { applicant, row } = await openApplication();
  const submitted = await submitOnboarding(applicant, row.id, await completeForm(applicant));
  return { applicant, id: row.id, row: submitted };
}
