import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { getDatabase } from '@/db/client';
import { evidence, outbox, reviewItems } from '@/db/schema';
import type { Actor } from '@/lib/auth/actor';
import { fireDueDeadlines } from '@/lib/deadlines/fire-due';
import { newId } from '@/lib/ids';
import { getBalance, listBalanceMoves } from '@/lib/money/balance';
import { getLedgerEntry, listLedgerEntries } from '@/lib/money/queries';
import { createBuyer, createMerchant, createOperator } from '@/lib/testing/actors';
import { confirmTopUp, refuseTopUp, requestTopUp, topUpWorkflow, withdrawTopUp } from './commands';
import { countTopUps, getTopUp, listTopUps, topUpFilters } from './queries';
import { bankLine, clock, form, refusal, rowOf } from './testing';

describe('a bank transfer', () => {
  test('waits for finance with its slip, in the review queue, due in a working day', async () => {
    const buyer = await createBuyer();
    const row = await requestTopUp(buyer, await form(buyer));
    expect(row).toMatchObject({ state: 'pending', amount: 123450n, buyerName: '张三' });
    expect(row.dueAt?.getTime()).toBeGreaterThan(row.createdAt.getTime());
    const [item] = await getDatabase()
      .select()
      .from(reviewItems)
      .where(eq(reviewItems.subjectId, row.id));
    expect(item).toMatchObject({ status: 'open', permission: 'topUp.confirm' });
    const [log] = await getDatabase().select().from(evidence).where(eq(evidence.subjectId, row.id));
    expect(log?.files).toEqual([
      { id: row.slipFileId, name: '电子回单.pdf', sha256: row.slipSha256 },
    ]);
    expect(await getBalance(buyer)).toBe(0n);
    expect((await getTopUp(buyer, row.id))?.slip?.name).toBe('电子回单.pdf');
  });

  test('confirmed credits the balance once, and tells the buyer', async () => {
    const buyer = await createBuyer();
    const finance = await createOperator('finance');
    const { id } = await requestTopUp(buyer, await form(buyer));
    const both = await Promise.all([
      refusal(confirmTopUp(finance, id, bankLine())),
      refusal(confirmTopUp(await createOperator('finance'), id, bankLine())),
    ]);
    expect(both.sort()).toEqual(['done', 'wrongState']);
    expect(await getBalance(buyer)).toBe(123450n);
    const { rows } = await listBalanceMoves(buyer);
    expect(rows).toMatchObject([{ memo: 'topUp', amount: 123450n, after: 123450n }]);
    const notices = await getDatabase().select().from(outbox).where(eq(outbox.subjectId, id));
    expect(notices.map(({ event, audience }) => `${event}.${audience}`)).toEqual(
      expect.arrayContaining(['open.finance', 'confirm.buyer']),
    );
  });

  test('is known by the bank’s number in the ledger and in the balance', async () => {
    const [buyer, finance] = [await createBuyer(), await createOperator('finance')];
    const { id } = await requestTopUp(buyer, await form(buyer));
    const line = bankLine();
    await confirmTopUp(finance, id, line);
    const named = { subjectId: id, subjectName: line.bankReference };
    const found = await listLedgerEntries(finance, { q: line.bankReference });
    expect(found.rows).toMatchObject([named]);
    expect(await getLedgerEntry(finance, found.rows[0]?.id ?? '')).toMatchObject(named);
    expect((await listBalanceMoves(buyer)).rows).toMatchObject([named]);
    const q = line.bankReference.toLowerCase();
    expect((await listBalanceMoves(buyer, { q })).rows).toMatchObject([named]);
  });

  test('is not confirmed with another amount or a bank reference used before', async () => {
    const [buyer, finance] = [await createBuyer(), await createOperator('finance')];
    const first = await requestTopUp(buyer, await form(buyer));
    const second = await requestTopUp(buyer, await form(buyer));
    expect(await refusal(confirmTopUp(finance, first.id, bankLine('1234.51')))).toBe(
      'topUp.error.confirm.amountDiffers',
    );
    const line = { amount: '1234.5', bankReference: `ref ${newId('view')}` };
    await confirmTopUp(finance, first.id, line);
    const again = { ...line, bankReference: line.bankReference.replace(' ', '').toUpperCase() };
    expect(await refusal(confirmTopUp(finance, second.id, again))).toBe(
      'topUp.error.confirm.referenceTaken',
    );
    expect(await getBalance(buyer)).toBe(123450n);
  });

  test('refused says why and credits nothing; its slip can be used again', async () => {
    const [buyer, finance] = [await createBuyer(), await createOperator('finance')];
    const input = await form(buyer);
    const { id } = await requestTopUp(buyer, input);
    expect(await refusal(refuseTopUp(finance, id, { reason: ' ' }))).toBe('form.error.tooShort');
    await refuseTopUp(finance, id, { reason: '凭证看不清' });
    expect(await rowOf(id)).toMatchObject({ state: 'refused', reason: '凭证看不清' });
    expect(await getBalance(buyer)).toBe(0n);
    expect(await refusal(requestTopUp(buyer, { ...input, requestKey: newId('view') }))).toBe(
      'done',
    );
  });

  test('is one request however often the form is sent; the same slip is not two', async () => {
    const buyer = await createBuyer();
    const input = await form(buyer);
    const [one, two] = await Promise.all([requestTopUp(buyer, input), requestTopUp(buyer, input)]);
    expect(one.id).toBe(two.id);
    const slip = { ...input, requestKey: newId('view') };
    expect(await refusal(requestTopUp(buyer, slip))).toBe('topUp.error.open.slipTaken');
    const fresh = await form(buyer);
    const race = await Promise.all(
      [1, 2].map(() => refusal(requestTopUp(buyer, { ...fresh, requestKey: newId('view') }))),
    );
    expect(race.sort()).toEqual(['done', 'topUp.error.open.slipTaken']);
  });

  test.each([
    [{ amount: '0' }, 'money.error.format'],
    [{ amount: '-5' }, 'money.error.format'],
    [{ amount: '1.234' }, 'money.error.format'],
    [{ amount: '0.99' }, 'topUp.error.open.belowLeast'],
    [{ amount: '99999999999' }, 'topUp.error.open.aboveMost'],
    [{ payerName: '' }, 'form.error.required'],
    [{ slipFileId: '' }, 'topUp.error.open.slipMissing'],
    [{ slipFileId: 'fl_nothing' }, 'file.error.missing'],
    [{ requestKey: 'x' }, 'form.error.wrongFormat'],
  ])('with %j is refused', async (values, key) => {
    const buyer = await createBuyer();
    expect(await refusal(requestTopUp(buyer, await form(buyer, values)))).toBe(key);
    expect((await listTopUps(buyer, {})).rows).toEqual([]);
  });

  test('cannot carry a stranger’s slip', async () => {
    const [buyer, other] = [await createBuyer(), await createBuyer()];
    const { slipFileId } = await form(other);
    expect(await refusal(requestTopUp(buyer, await form(buyer, { slipFileId })))).toBe(
      'file.error.missing',
    );
  });

  test('is decided by finance alone, and withdrawn by its buyer alone', async () => {
    const buyer = await createBuyer();
    const { id } = await requestTopUp(buyer, await form(buyer));
    for (const role of ['reviewer', 'arbiter', 'admin'] as const) {
      const staff = await createOperator(role);
      expect(await refusal(confirmTopUp(staff, id, bankLine()))).toBe('forbidden');
    }
    expect(await refusal(confirmTopUp(buyer, id, bankLine()))).toBe('forbidden');
    expect(await refusal(withdrawTopUp(await createBuyer(), id))).toBe('notFound');
    expect(await refusal(withdrawTopUp((await createMerchant()).owner, id))).toBe('notFound');
    expect((await withdrawTopUp(buyer, id)).state).toBe('withdrawn');
    expect(await refusal(confirmTopUp(await createOperator('finance'), id, bankLine()))).toBe(
      'wrongState',
    );
  });

  test('reminds finance every working day until it is decided', async () => {
    const buyer = await createBuyer();
    const { id } = await requestTopUp(buyer, await form(buyer));
    const reminders = async () =>
      (await getDatabase().select().from(outbox).where(eq(outbox.subjectId, id))).filter(
        ({ event }) => event === 'remind',
      ).length;
    try {
      await clock(5 * 86_400);
      await fireDueDeadlines([topUpWorkflow]);
      expect(await reminders()).toBe(1);
      await clock(10 * 86_400);
      await fireDueDeadlines([topUpWorkflow]);
      expect(await reminders()).toBe(2);
    } finally {
      await clock(0);
    }
    expect((await rowOf(id))?.state).toBe('pending');
  });

  test('is listed for its buyer and for finance, found by payer, and for nobody else', async () => {
    const buyer = await createBuyer();
    const payerName = `payer ${newId('view')}`;
    const { id } = await requestTopUp(buyer, await form(buyer, { payerName }));
    const finance = await createOperator('finance');
    const ids = async (actor: Actor, filters: object = {}) =>
      (await listTopUps(actor, topUpFilters.parse(filters))).rows.map((row) => row.id);
    expect(await ids(buyer)).toEqual([id]);
    expect(await ids(finance, { q: payerName.slice(3, 20), state: 'pending' })).toEqual([id]);
    expect(await ids(await createBuyer())).toEqual([]);
    expect(await ids((await createMerchant()).owner)).toEqual([]);
    expect(await countTopUps(await createOperator('reviewer'), {})).toBe(0);
    expect(await getTopUp(await createBuyer(), id)).toBeUndefined();
  });
});
