import type { Page } from '@playwright/test';
import { closeDatabase } from '@/db/client';
import { makeInvoiceable, makeInvoiceBuyer, makeInvoicingMerchant } from '@/db/factories/invoice';
import { createBuyer } from '@/lib/testing/actors';

const email = (id: string) => `${id}@example.test`;

export interface InvoiceScene {
  buyerEmail: string;
  ownerEmail: string;
  /** Where files are mailed to. */
  mailbox: string;
  orderIds: string[];
}

/**
 * A company and a merchant of its own, with paid orders at these prices (fen) and rates (basis points).
 * @param titles whether the company has its title, address and mailbox already
 */
export async function invoiceScene(
  sales: readonly { price: bigint; taxRate: number }[],
  titles = true,
): Promise<InvoiceScene> {
  const merchant = await makeInvoicingMerchant();
  const buyer = titles
    ? (await makeInvoiceBuyer()).buyer
    : await createBuyer({ realNameKind: 'enterprise', realName: '上海恒通物流有限公司' });
  const orderIds: string[] = [];
  for (const sale of sales) {
    orderIds.push((await makeInvoiceable({ buyer, merchant }, sale)).orderId);
  }
  await closeDatabase();
  return {
    buyerEmail: email(buyer.accountId),
    ownerEmail: email(merchant.owner.accountId),
    mailbox: `${buyer.accountId}@finance.example`,
    orderIds,
  };
}

/** Today as the marketplace counts days: `2026-11-22`. */
export const today = () =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date());

/** A number of the tax system that no journey used before. */
export const fiscalNumber = (digits: number) =>
  `${Date.now()}${Math.floor(Math.random() * 1e8)}`.padStart(digits, '2').slice(-digits);

/** Ticks these orders and goes to the form. */
export async function chooseOrders(page: Page, count: number): Promise<void> {
  await page.goto('/buyer/invoices/orders');
  const boxes = page.locator('tbody input[type=checkbox]');
  for (let at = 0; at < count; at += 1) await boxes.nth(at).check();
  await page.getByRole('button', { name: '下一步：填写开票信息' }).click();
  await page.waitForURL(/invoices\/apply\?/);
}

/** Chooses a type, looks at the confirm page and sends the application. */
export async function confirmAndSend(page: Page, type: string): Promise<void> {
  await page.getByLabel(type, { exact: true }).check();
  await page.getByRole('button', { name: '下一步：核对' }).click();
  await page.waitForURL(/step=confirm/);
}
