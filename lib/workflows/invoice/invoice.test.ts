import { eq } from 'drizzle-orm';
import { afterEach, describe, expect, test } from 'vitest';
import { getDatabase } from '@/db/client';
import { issueInput } from '@/db/factories/invoice';
import { moveClock } from '@/db/factories/supervision';
import { files, invoiceOrders, messages, outbox } from '@/db/schema';
import { fireDueDeadlines } from '@/lib/deadlines/fire-due';
import { expandNotice } from '@/lib/notify/expand';
import { createBuyer, createMerchant, createOperator, limitedMember } from '@/lib/testing/actors';
import {
  invoiceWorkflow,
  issueInvoice,
  rejectInvoice,
  revokeInvoice,
  signInvoice,
  takeBackInvoice,
} from './commands';
import { countInvoices, getInvoice, listInvoices } from './queries';
import { invoiceScene, refusal, rowOf } from './testing';

const { of, merchant, oneInvoice } = await invoiceScene();
const DAY = 86_400;

afterEach(() => moveClock(0));

describe('an invoice', () => {
  test('that is issued and revoked at once is one of the two', async () => {
    const { id } = await oneInvoice();
    const input = await issueInput(merchant.owner);
    const results = await Promise.allSettled([
      issueInvoice(merchant.owner, id, input),
      revokeInvoice(of.buyer, id),
    ]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const { state } = await rowOf(id);
    const [part] = await getDatabase()
      .select()
      .from(invoiceOrders)
      .where(eq(invoiceOrders.invoiceId, id));
    expect(part?.live).toBe(state === 'toSign');
  });

  test('looks like nothing to strangers, and lets each party do its own moves only', async () => {
    const { id } = await oneInvoice();
    const [stranger, other] = [await createBuyer(), await createMerchant()];
    const input = await issueInput(merchant.owner);
    for (const actor of [stranger, other.owner]) {
      expect(await getInvoice(actor, id)).toBeUndefined();
      expect((await listInvoices(actor, {})).rows).toEqual([]);
      expect(await refusal(signInvoice(actor, id))).toBe('notFound');
      expect(await refusal(takeBackInvoice(actor, id, { reason: 'x' }))).toBe('notFound');
    }
    expect(await refusal(issueInvoice(of.buyer, id, input))).toBe('forbidden');
    expect(await refusal(revokeInvoice(merchant.owner, id))).toBe('forbidden');
    expect(await refusal(signInvoice(of.buyer, id))).toBe('wrongState');
    const reader = limitedMember(merchant.owner, ['invoice.read']);
    expect(await refusal(issueInvoice(reader, id, input))).toBe('forbidden');
    const elsewhere = limitedMember(merchant.owner, ['invoice.read', 'invoice.issue'], ['pd_x']);
    expect(await getInvoice(elsewhere, id)).toBeUndefined();
    expect(await refusal(issueInvoice(elsewhere, id, input))).toBe('forbidden');
    const staff = await createOperator('finance');
    expect((await getInvoice(staff, id))?.invoice.id).toBe(id);
    expect(await refusal(rejectInvoice(staff, id, { reason: 'x' }))).toBe('forbidden');
  });

  test('not issued in seven days is overdue: the merchant and finance hear, operations list it', async () => {
    const { id } = await oneInvoice();
    const staff = await createOperator('finance');
    const events = async () =>
      (await getDatabase().select().from(outbox).where(eq(outbox.subjectId, id))).map(
        ({ event, audience }) => `${event}.${audience}`,
      );
    const { dueAt, issueBy } = await rowOf(id);
    expect(dueAt).toEqual(issueBy);
    await moveClock(5 * DAY + 60);
    await fireDueDeadlines([invoiceWorkflow]);
    expect(await events()).toContain('remind.merchant');
    expect(await events()).not.toContain('overdue.merchant');
    await moveClock(7 * DAY + 60);
    expect((await listInvoices(staff, { overdue: 'yes' })).rows.map((row) => row.id)).toContain(id);
    await fireDueDeadlines([invoiceWorkflow]);
    expect(await events()).toEqual(expect.arrayContaining(['overdue.merchant', 'overdue.finance']));
    expect(await rowOf(id)).toMatchObject({ state: 'toIssue', overdueAt: expect.any(Date) });
    await issueInvoice(
      merchant.owner,
      id,
      await issueInput(merchant.owner, {
        fiscalDate: new Date(Date.now() + 7 * DAY * 1000).toISOString().slice(0, 10),
      }),
    );
    expect(await countInvoices(staff, { overdue: 'yes', q: (await rowOf(id)).number })).toBe(0);
  });

  test('nobody signs for is done after ninety days', async () => {
    const { id } = await oneInvoice();
    await issueInvoice(merchant.owner, id, await issueInput(merchant.owner));
    await moveClock(89 * DAY);
    await fireDueDeadlines([invoiceWorkflow]);
    expect(await rowOf(id)).toMatchObject({ state: 'toSign' });
    await moveClock(90 * DAY + 60);
    await fireDueDeadlines([invoiceWorkflow]);
    expect(await rowOf(id)).toMatchObject({ state: 'done', signedBy: 'system' });
  });

  test('goes by mail to the mailbox that was named, with its file', async () => {
    const { id } = await oneInvoice();
    const { fileId } = await issueInvoice(merchant.owner, id, await issueInput(merchant.owner));
    const rows = await getDatabase().select().from(outbox).where(eq(outbox.subjectId, id));
    for (const row of rows) await expandNotice(row.id);
    const sent = await getDatabase()
      .select()
      .from(messages)
      .where(eq(messages.address, `${of.buyer.accountId}@finance.example`));
    expect(sent.at(-1)).toMatchObject({ channel: 'mail', fileIds: [fileId] });
    const [file] = await getDatabase()
      .select()
      .from(files)
      .where(eq(files.id, fileId ?? ''));
    expect(file?.users).toEqual([`invoice:${id}`]);
  });
});
