import { expect, type Locator, type Page } from '@playwright/test';
import { eq } from 'drizzle-orm';
import { closeDatabase, getDatabase } from '@/db/client';
import { makeProposal } from '@/db/factories/proposal';
import { accounts, memberGroupMembers, memberGroups, members } from '@/db/schema';
import type { ProductProposal } from '@/db/schema/product-application';
import type { Member } from '@/lib/auth/actor';
import { makeDocx, makeXlsx } from '@/lib/files/samples/office';
import { makePdf } from '@/lib/files/samples/pdf';
import { makePicture } from '@/lib/files/samples/pictures';
import { newId } from '@/lib/ids';
import { createAccount, createMerchant } from '@/lib/testing/actors';
import { openApplication, saveApplication } from '@/lib/workflows/product-application/commands';
import { siteDatabase } from './sign-in';

export interface Publisher {
  owner: Member;
  email: string;
}

/** A certified merchant that has published nothing yet, with a support group. */
export async function newPublisher(): Promise<Publisher> {
  const { owner } = await createMerchant();
  await makeProposal(owner);
  const sql = siteDatabase();
  const [account] = await sql<{ email: string }[]>`
    select email from account where id = ${owner.accountId}`;
  await sql.end();
  await closeDatabase();
  return { owner, email: account?.email ?? '' };
}

/** Somebody else of the same merchant who may publish and modify its products. Answers the e-mail. */
export async function newColleague({ owner }: Publisher): Promise<string> {
  const { merchantId } = owner;
  const accountId = await createAccount({ name: '林晓' });
  const createdAt = new Date();
  const database = getDatabase();
  const [memberId, groupId] = [newId('member'), newId('memberGroup')];
  const permissions = [
    'productApplication.read',
    'product.read',
    'product.publish',
    'product.modify',
  ];
  await database.insert(members).values({ id: memberId, merchantId, accountId, createdAt });
  await database
    .insert(memberGroups)
    .values({ id: groupId, merchantId, name: '商品运营', permissions, createdAt });
  await database.insert(memberGroupMembers).values({ groupId, memberId, merchantId });
  const [account] = await database.select().from(accounts).where(eq(accounts.id, accountId));
  await closeDatabase();
  return account?.email ?? '';
}

/** A draft of a publisher that passes every check, written by the commands. Answers its address. */
export async function completeDraft(
  { owner }: Publisher,
  values: Partial<ProductProposal> = {},
): Promise<{ id: string; edit: string }> {
  const service = { class: 'general', deliveryType: 'manualService' };
  const { id } = await openApplication(owner, service);
  await saveApplication(owner, id, { proposal: await makeProposal(owner, values) });
  await closeDatabase();
  return { id, edit: `/merchant/applications/${id}/edit` };
}

/** Gives reviewers so many seconds to undo; answers what gives them their usual time back. */
export async function undoTime(seconds: number): Promise<() => Promise<void>> {
  const sql = siteDatabase();
  const id = `st_e2e_${Date.now()}`;
  await sql`insert into setting_value (id, key, value, effective_from, note, created_by, created_at)
    values (${id}, 'review.undoSeconds', ${sql.json(seconds)}, '2020-01-01', 'journeys', 'journeys', now())`;
  await sql.end();
  return async () => {
    const again = siteDatabase();
    await again`delete from setting_value where id = ${id}`;
    await again.end();
  };
}

/** A field of the wizard by its name. */
export const fieldOf = (page: Page, name: string): Locator =>
  page.locator(`:is([data-field="${name}"], [data-field="${name}[]"])`);

/** Everything typed so far is on the server. */
export async function expectSaved(page: Page): Promise<void> {
  await expect(page.locator('.autosave')).toHaveAttribute('data-kind', 'saved');
}

const MIME: Record<string, string> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

export interface Upload {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

/** A file as a person hands it in; its type is what the name says, as browsers do it. */
export const upload = (name: string, buffer: Buffer): Upload => ({
  name,
  mimeType: MIME[name.split('.').pop() ?? ''] ?? 'application/octet-stream',
  buffer,
});

/** Hands files in to a field and waits until all of them have arrived. */
export async function handIn(page: Page, field: string, ...files: Upload[]): Promise<void> {
  const box = fieldOf(page, field);
  const items = box.locator('.upload__item');
  const named = (name: string) => items.filter({ hasText: name });
  // A choice made in the very moment in which the page comes to life can be lost; a person chooses again.
  await expect(async () => {
    await box.locator('input[type=file]').setInputFiles(files);
    await expect(named(files[0]?.name ?? '').first()).toBeVisible({ timeout: 2000 });
  }).toPass({ timeout: 15_000 });
  for (const { name } of files) {
    await expect(named(name).and(box.locator('[data-state="done"]'))).toBeVisible();
  }
}

export const logo = async () =>
  upload('云图标志.png', await makePicture({ width: 120, height: 120, format: 'png' }));
export const picture = async (name: string, format: 'png' | 'jpg') =>
  upload(name, await makePicture({ width: 800, height: 600, format, letters: name.slice(0, 1) }));
export const agreement = async () =>
  upload('商品服务协议（云图）.pdf', await makePdf('商品服务协议', ['第一条 服务内容']));
export const guide = async () => upload('使用指南.docx', await makeDocx('使用指南', ['第一步']));
export const requirementTemplate = async () =>
  upload('需求模板 2026版.xlsx', await makeXlsx('需求', [['项', '内容']]));
export const deliveryTemplate = async () =>
  upload('交付模板.docx', await makeDocx('交付模板', ['验收标准']));

/** Goes to the next page of the wizard. */
export async function nextPage(page: Page, step: string): Promise<void> {
  await page.getByRole('button', { name: '下一步' }).click();
  await page.waitForURL(new RegExp(`step=${step}`));
}

/** Hands the form in from its last page and waits for the application's own page. */
export async function submit(page: Page, verb = '提交审核'): Promise<void> {
  await page.getByRole('button', { name: verb }).first().click();
  await page.locator('dialog[open]').getByRole('button', { name: verb }).click();
  await page.waitForURL(/\/merchant\/applications\/pa_\w+$/);
  await expect(page.getByText('审核中').first()).toBeVisible();
}
