import { eq } from 'drizzle-orm';
import { describe, expect, test, vi } from 'vitest';
import { POST } from '@/app/api/callbacks/payments/route';
import { getDatabase } from '@/db/client';
import { ledgerEntries, sandboxPayments, settingValues } from '@/db/schema';
import { system } from '@/lib/auth/actor';
import { fireDueDeadlines } from '@/lib/deadlines/fire-due';
import { newId } from '@/lib/ids';
import { getBalance } from '@/lib/money/balance';
import { sandboxProvider, signedReport } from '@/lib/payments/sandbox';
import { decideSandboxPayment, getSandboxPayment } from '@/lib/payments/sandbox-decide';
import { SIGNATURE_WINDOW, signBody } from '@/lib/payments/signature';
import { createBuyer } from '@/lib/testing/actors';
import { checkPayment, createPayment } from '@/lib/worker/handlers/payments';
import { settleTopUp, startTopUp, topUpWorkflow } from './commands';
import { clock, refusal, rowOf } from './testing';

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
      await fireDueDeadlines([topUpWorkflow]);
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
      await fireDueDeadlines([topUpWorkflow]);
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
