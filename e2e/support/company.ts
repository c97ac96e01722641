import { expect, type Page } from '@playwright/test';
import { closeDatabase } from '@/db/client';
import { makePdf } from '@/lib/files/samples/pdf';
import { makePicture } from '@/lib/files/samples/pictures';
import { createOperator } from '@/lib/testing/actors';
import { creditCodeCheck } from '@/lib/workflows/identity/credit-code';
import {
  approveOnboarding,
  openOnboarding,
  submitOnboarding,
} from '@/lib/workflows/onboarding/commands';
import { completeForm, createApplicant } from '@/lib/workflows/onboarding/testing';
import { newPerson, newPhone } from './people';
import { openDecision } from './review';
import { siteDatabase } from './sign-in';

let serial = 0;

/** A company that nobody has yet: its name, and its credit code with the right check character. */
export function inventCompany(): { name: string; creditCode: string } {
  serial += 1;
  const first = `91330106MA2${String(Date.now() * 10 + serial).slice(-6)}`;
  const creditCode = first + creditCodeCheck(first);
  return { name: `宁波远航软件${creditCode.slice(-7, -1)}有限公司`, creditCode };
}

/** The main account of a company whose real name is confirmed, written directly. */
export async function newCompany(): Promise<{ email: string; name: string; creditCode: string }> {
  const { id, email } = await newPerson('company');
  const { name, creditCode } = inventCompany();
  const sql = siteDatabase();
  await sql`update account set real_name_kind = 'enterprise', real_name = ${name},
    credit_code = ${creditCode}, real_name_at = now() where id = ${id}`;
  await sql.end();
  return { email, name, creditCode };
}

/** The owner of a merchant whose application was approved, made by the commands themselves. */
export async function newMerchant(): Promise<{ email: string; name: string }> {
  const { name, creditCode } = inventCompany();
  const applicant = await createApplicant({ realName: name, creditCode, phone: newPhone() });
  const { id } = await openOnboarding(applicant);
  await submitOnboarding(applicant, id, await completeForm(applicant));
  await approveOnboarding(await createOperator('reviewer'), id, {});
  await closeDatabase();
  return { email: `${applicant.accountId}@example.test`, name };
}

/** Chooses a freshly drawn picture for an upload field and waits until it has arrived. */
export async function attachPicture(page: Page, field: string, name: string): Promise<void> {
  serial += 1;
  const size = field === 'logoFileId' ? { width: 168, height: 70 } : { width: 800, height: 560 };
  const hue = (Date.now() + serial * 47) % 360;
  const buffer = await makePicture({ ...size, format: 'png', letters: `N${serial}`, hue });
  const box = page.locator(`[data-field="${field}"]`);
  await box.locator('input[type=file]').setInputFiles({ name, mimeType: 'image/png', buffer });
  await expect(box.getByRole('link', { name })).toBeVisible();
}

/** Hands in the company's name and licence, and has a reviewer confirm them. */
export async function confirmRealName(
  page: Page,
  desk: Page,
  company: { name: string; creditCode: string },
): Promise<void> {
  await field(page, 'name').fill(company.name);
  await field(page, 'creditCode').fill(company.creditCode);
  await field(page, 'legalPerson').fill('陆远');
  const scan = await makePdf('营业执照', [company.name, `统一社会信用代码 ${company.creditCode}`]);
  const box = page.locator('[data-field="files.licence"]');
  await box
    .locator('input[type=file]')
    .setInputFiles({ name: '营业执照 副本.pdf', mimeType: 'application/pdf', buffer: scan });
  await expect(box.getByRole('link', { name: '营业执照 副本.pdf' })).toBeVisible();
  await page.getByRole('button', { name: '提交认证' }).click();
  await expect(page.getByRole('button', { name: '撤回' })).toBeVisible();

  await desk.goto('/ops/queue?noun=identity');
  await desk.getByRole('link', { name: company.name }).click();
  await expect(desk.getByText(company.creditCode).first()).toBeVisible();
  await (await openDecision(desk, 'a')).getByRole('button', { name: '通过' }).click();
  await expect(desk.locator('.page-head').getByText('已认证')).toBeVisible();
}

/** A control by the name it has in the form. */
export const field = (page: Page, name: string) => page.locator(`main [name="${name}"]`);

/** Fills in everything that a company writes of itself, files included. */
export async function fillCompanyForm(
  page: Page,
  { mailbox, mobile }: { mailbox: string; mobile: string },
): Promise<void> {
  const words: Record<string, string> = {
    website: 'https://www.yuanhang.example',
    registeredCapital: '500',
    introduction:
      '远航软件专注港口与物流行业的数据平台建设，提供规划、实施与运维服务，交付可验收。',
    'businessContact.name': '陆远',
    'businessContact.mobile': mobile,
    'businessContact.email': 'lu@yuanhang.example',
    'address.province': '浙江省',
    'address.city': '宁波市',
    'address.street': '江东北路 88 号',
    'address.postalCode': '315040',
    servicePhone: '0574-88880000',
    serviceEmail: mailbox,
  };
  await attachPicture(page, 'logoFileId', '远航 标识.png');
  await attachPicture(page, 'licenceFileId', '营业执照.png');
  for (const [name, value] of Object.entries(words)) await field(page, name).fill(value);
  await field(page, 'yearsInBusiness').selectOption('3-5');
  await field(page, 'employees').selectOption('20-99');
  await field(page, 'serviceTime.days').selectOption('5');
  await field(page, 'serviceTime.hours').selectOption('8');
  await page.locator('[name="platformContact.has"][value="no"]').check();
}
