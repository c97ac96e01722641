import { eq } from 'drizzle-orm';
import { describe, expect, test, vi } from 'vitest';
import { POST } from '@/app/api/callbacks/payments/route';
import { getDatabase } from '@/db/client';
import { makeFile } from '@/db/factories/order';
import {
  clockOffset,
  evidence,
  ledgerEntries,
  outbox,
  reviewItems,
  sandboxPayments,
  settingValues,
  topUps,
} from '@/db/schema';
import { type Actor, system } from '@/lib/auth/actor';
import { fireDueDeadlines } from '@/lib/deadlines/fire-due';
import { DomainError } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { getBalance, listBalanceMoves } from '@/lib/money/balance';
import { getLedgerEntry, listLedgerEntries } from '@/lib/money/queries';
import { sandboxProvider, signedReport } from '@/lib/payments/sandbox';
import { decideSandboxPayment, getSandboxPayment } from '@/lib/payments/sandbox-decide';
import { SIGNATURE_WINDOW, signBody } from '@/lib/payments/signature';
import { createBuyer, createMerchant, createOperator } from '@/lib/testing/actors';
import { checkPayment, createPayment } from '@/lib/worker/handlers/payments';
import {
  confirmTopUp,
  refuseTopUp,
  requestTopUp,
  settleTopUp,
  startTopUp,
  topUpWorkflow,
  withdrawTopUp,
} from './commands';
import { countTopUps, getTopUp, listTopUps, topUpFilters } from './queries';

const refusal = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => {
      if (!(error instanceof DomainError)) throw error;
      return error.detail.key ?? Object.values(error.detail.fields ?? {})[0]?.key ?? error.code;
    },
  );
const form = async (buyer: { accountId: string }, values: Record<string, unknown> = {}) => ({
  requestKey: newId('view'),
  amount: '1,234.50',
  payerName: '上海恒通物流有限公司',
  slipFileId: (await makeFile(buyer, { purpose: 'bankSlip', name: '电子回单.pdf' })).id,
  ...values,
});
const bankLine = (amount = '1234.50') => ({ amount, bankReference: newId('view').toUpperCase() });
const rowOf = async (id: string) =>
  (await getDatabase().select().from(topUps).where(eq(topUps.id, id)))[0];
const clock = async (seconds: number) => {
  await getDatabase()
    .insert(clockOffset)
    .values({ id: 1, seconds })
    .onConflictDoUpdate({ target: clockOffset.id, set: { seconds } });
};

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
      await fireDueDeadlines([topUpWorkflow as never]);
      expect(await reminders()).toBe(1);
      await clock(10 * 86_400);
      await fireDueDeadlines([topUpWorkflow as never]);
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

describe('an online payment', () => {
  const started = async (amount = '88') => {
    const buyer = await createBuyer();
    const row = await startTopUp(buyer, { requestKey: newId('view'), amount });
    await createPayment({ topUpId: row.id }, { lastAttempt: false });
    return { buyer, id: row.id };
  };
  const send = (body: string, headers: Record<string, string>, provider = 'sandbox') =>
    POST(
      new Request(`http://x/api/callbacks/payments?provider=${provider}`, {
        method: 'POST',
        headers,
        body,
      }),
    );
  const report = async (id: string) => {
    const found = await sandboxProvider.query(id);
    if (!found) throw new Error('no payment');
    return signedReport(found);
  };

  test('gets its page from the provider by a job, once', async () => {
    const { id } = await started();
    const row = await rowOf(id);
    expect(row).toMatchObject({ state: 'paying', payUrl: `/sandbox-bank/${id}` });
    await createPayment({ topUpId: id }, { lastAttempt: false });
    expect((await rowOf(id))?.version).toBe(row?.version);
  });

  test('credits the balance when the signed report arrives, and once when it arrives twice', async () => {
    const { buyer, id } = await started();
    await decideSandboxPayment(buyer, { id, choice: 'succeeded' });
    const { body, headers } = await report(id);
    const answers = await Promise.all([send(body, headers), send(body, headers)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect((await send(body, headers)).status).toBe(200);
    expect(await getBalance(buyer)).toBe(8800n);
    const entries = await getDatabase()
      .select()
      .from(ledgerEntries)
      .where(eq(ledgerEntries.subjectId, id));
    expect(entries).toHaveLength(1);
  });

  test('is not credited by an unsigned, forged, old or unknown report', async () => {
    const { buyer, id } = await started();
    const forged = JSON.stringify({
      topUpId: id,
      providerRef: 'x',
      amount: '8800',
      result: 'succeeded',
    });
    const name = 'x-sandbox-signature';
    expect((await send(forged, {})).status).toBe(401);
    expect((await send(forged, { [name]: 't=1,v1=00' })).status).toBe(401);
    expect((await send(forged, { [name]: signBody('guess', forged) })).status).toBe(401);
    await decideSandboxPayment(buyer, { id, choice: 'succeeded' });
    const real = await report(id);
    expect((await send(`${real.body} `, real.headers)).status).toBe(401);
    vi.useFakeTimers({ now: Date.now() + (SIGNATURE_WINDOW + 5) * 1000, toFake: ['Date'] });
    const late = await send(real.body, real.headers);
    vi.useRealTimers();
    expect(late.status).toBe(401);
    expect((await send(real.body, real.headers, 'nobody')).status).toBe(404);
    expect((await send('x'.repeat(20_000), real.headers)).status).toBe(413);
    expect(await getBalance(buyer)).toBe(0n);
  });

  test('is not credited with another amount or for another payment', async () => {
    const { buyer, id } = await started();
    await getDatabase()
      .update(sandboxPayments)
      .set({ amount: 1n, status: 'succeeded' })
      .where(eq(sandboxPayments.id, id));
    const { body, headers } = await report(id);
    expect((await send(body, headers)).status).toBe(409);
    expect(
      await refusal(settleTopUp(system('x'), id, { providerRef: 'other', amount: 8800n })),
    ).toBe('topUp.error.settle.otherPayment');
    expect(await getBalance(buyer)).toBe(0n);
  });

  test('declined fails and tells the buyer; walking away lets it expire', async () => {
    const { buyer, id } = await started();
    await decideSandboxPayment(buyer, { id, choice: 'failed' });
    const { body, headers } = await report(id);
    expect((await send(body, headers)).status).toBe(200);
    expect(await rowOf(id)).toMatchObject({ state: 'failed', reason: 'declined' });

    const away = await started();
    await decideSandboxPayment(away.buyer, { id: away.id, choice: 'abandoned' });
    try {
      await clock(31 * 60);
      await fireDueDeadlines([topUpWorkflow as never]);
    } finally {
      await clock(0);
    }
    expect(await rowOf(away.id)).toMatchObject({ state: 'failed', reason: 'expired' });
    expect(
      await refusal(decideSandboxPayment(away.buyer, { id: away.id, choice: 'succeeded' })),
    ).toBe('sandboxPayment.error.decide.decided');
  });

  test('that succeeds after it expired is still credited: money that came is never lost', async () => {
    const { buyer, id } = await started();
    try {
      await clock(31 * 60);
      await fireDueDeadlines([topUpWorkflow as never]);
    } finally {
      await clock(0);
    }
    expect((await rowOf(id))?.state).toBe('failed');
    await decideSandboxPayment(buyer, { id, choice: 'succeeded' });
    const { body, headers } = await report(id);
    expect((await send(body, headers)).status).toBe(200);
    expect(await rowOf(id)).toMatchObject({ state: 'confirmed', reason: null });
    expect(await getBalance(buyer)).toBe(8800n);
  });

  test('is asked for at the provider when no report arrives', async () => {
    const { buyer, id } = await started();
    await checkPayment({ topUpId: id, round: 0 });
    expect((await rowOf(id))?.state).toBe('paying');
    await decideSandboxPayment(buyer, { id, choice: 'succeeded' });
    await checkPayment({ topUpId: id, round: 1 });
    expect((await rowOf(id))?.state).toBe('confirmed');
  });

  test('fails when the provider cannot be reached to the end', async () => {
    const buyer = await createBuyer();
    const { id } = await startTopUp(buyer, { requestKey: newId('view'), amount: '1' });
    const create = vi.spyOn(sandboxProvider, 'create').mockRejectedValue(new Error('down'));
    await expect(createPayment({ topUpId: id }, { lastAttempt: false })).rejects.toThrow('down');
    expect((await rowOf(id))?.state).toBe('paying');
    await expect(createPayment({ topUpId: id }, { lastAttempt: true })).rejects.toThrow('down');
    create.mockRestore();
    expect(await rowOf(id)).toMatchObject({ state: 'failed', reason: 'unavailable' });
  });

  test('at the sandbox is seen and decided by its payer alone', async () => {
    const { id } = await started();
    const other = await createBuyer();
    expect(await getSandboxPayment(other, id)).toBeUndefined();
    expect(await refusal(decideSandboxPayment(other, { id, choice: 'succeeded' }))).toBe(
      'notFound',
    );
  });

  test('keeps to its limits', async () => {
    const buyer = await createBuyer();
    const start = (amount: string) =>
      refusal(startTopUp(buyer, { requestKey: newId('view'), amount }));
    expect(await start('50000.01')).toBe('topUp.error.open.aboveMost');
    await getDatabase()
      .insert(settingValues)
      .values({
        id: newId('setting'),
        key: 'topUp.mostByProvider',
        value: 100,
        effectiveFrom: new Date(0),
        note: 'test',
        createdBy: 'test',
        createdAt: new Date(),
      });
    expect(await start('1.01')).toBe('topUp.error.open.aboveMost');
    expect(await start('1')).toBe('done');
    await getDatabase().delete(settingValues).where(eq(settingValues.key, 'topUp.mostByProvider'));
  });
});
