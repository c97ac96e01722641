import { describe, expect, test } from 'vitest';
import { applied, issueInput } from '@/db/factories/invoice';
import { createMerchant } from '@/lib/testing/actors';
import { issueInvoice, rejectInvoice, signInvoice, takeBackInvoice } from './commands';
import { getInvoice } from './queries';
import { fieldsOf, invoiceScene, refusal, rowOf } from './testing';

const { of, merchant, oneInvoice } = await invoiceScene();

describe('the merchant', () => {
  test('issues with number, date and file; the customer reads the file and signs', async () => {
    const { id } = await oneInvoice();
    const row = await issueInvoice(merchant.owner, id, await issueInput(merchant.owner));
    expect(row).toMatchObject({ state: 'toSign', issuedAt: expect.any(Date) });
    expect((await getInvoice(of.buyer, id))?.file?.name).toBe('电子发票.pdf');
    expect(await signInvoice(of.buyer, id)).toMatchObject({ state: 'done', signedBy: 'buyer' });
  });

  test('issues paper with courier and tracking number, and records that it arrived', async () => {
    const { id } = await oneInvoice('special.paper');
    const paper = {
      fiscalNumber: '01234567',
      fiscalCode: '3300214130',
      fiscalDate: (await issueInput(merchant.owner)).fiscalDate,
      courier: '顺丰速运',
      trackingNumber: 'SF1234567890',
    };
    expect(await issueInvoice(merchant.owner, id, paper)).toMatchObject({
      state: 'toSign',
      courier: '顺丰速运',
      fileId: null,
    });
    expect(await signInvoice(merchant.owner, id)).toMatchObject({ signedBy: 'merchant' });
  });

  test('hears about each field that is wrong, by medium', async () => {
    const digital = (await oneInvoice()).id;
    const paper = (await oneInvoice('general.paper')).id;
    const say = (id: string, input: Record<string, unknown>) =>
      fieldsOf(issueInvoice(merchant.owner, id, input));
    expect(await say(digital, {})).toEqual({
      fiscalNumber: 'form.error.required',
      fiscalDate: 'form.error.required',
      fileId: 'invoice.error.issue.fileMissing',
    });
    const wrong = { fiscalNumber: '123', fiscalCode: '1234567890', fiscalDate: '2026-02-30' };
    expect(await say(digital, { ...wrong, fileId: 'fl_none' })).toEqual({
      fiscalNumber: 'invoice.error.issue.number',
      fiscalCode: 'invoice.error.issue.codeNotTaken',
      fiscalDate: 'invoice.error.issue.dateUnreadable',
    });
    expect(await say(paper, { ...wrong, fiscalDate: '2099-01-01', trackingNumber: '#' })).toEqual({
      fiscalNumber: 'invoice.error.issue.number',
      fiscalDate: 'invoice.error.issue.dateInFuture',
      courier: 'form.error.required',
      trackingNumber: 'invoice.error.issue.tracking',
    });
    expect(
      await say(paper, {
        fiscalNumber: '01234567',
        fiscalCode: '33002',
        fiscalDate: '2020-01-01',
        courier: 'EMS',
        trackingNumber: 'E12345678CN',
      }),
    ).toEqual({
      fiscalCode: 'invoice.error.issue.code',
      fiscalDate: 'invoice.error.issue.dateTooEarly',
    });
    const foreign = await createMerchant();
    const { fileId } = await issueInput(foreign.owner);
    expect(await say(digital, await issueInput(merchant.owner, { fileId }))).toEqual({
      fileId: 'file.error.missing',
    });
  });

  test('cannot use one number of the tax system twice', async () => {
    const [one, two] = [await oneInvoice(), await oneInvoice()];
    const input = await issueInput(merchant.owner);
    await issueInvoice(merchant.owner, one.id, input);
    const again = await issueInput(merchant.owner, { fiscalNumber: input.fiscalNumber });
    expect(await fieldsOf(issueInvoice(merchant.owner, two.id, again))).toEqual({
      fiscalNumber: 'invoice.error.issue.numberTaken',
    });
  });

  test('rejects with a reason, and the order can be invoiced again', async () => {
    const { id, orderId } = await oneInvoice();
    expect(await fieldsOf(rejectInvoice(merchant.owner, id, { reason: ' ' }))).toEqual({
      reason: 'form.error.required',
    });
    await rejectInvoice(merchant.owner, id, { reason: '客户改为退订' });
    expect(await rowOf(id)).toMatchObject({ state: 'revoked', reason: '客户改为退订' });
    expect((await applied(of, [orderId])).count).toBe(1);
  });

  test('takes back what was signed for; the new invoice names the old one', async () => {
    const { id, orderId } = await oneInvoice();
    await issueInvoice(merchant.owner, id, await issueInput(merchant.owner));
    const back = { reason: '抬头有误', redLetterNumber: '3301062411000123' };
    expect(await refusal(takeBackInvoice(merchant.owner, id, back))).toBe('wrongState');
    await signInvoice(of.buyer, id);
    expect(
      await fieldsOf(takeBackInvoice(merchant.owner, id, { ...back, redLetterNumber: '红字' })),
    ).toEqual({ redLetterNumber: 'invoice.error.takeBack.redLetter' });
    await takeBackInvoice(merchant.owner, id, back);
    expect(await rowOf(id)).toMatchObject({ state: 'returned', ...back });
    const again = await applied(of, [orderId]);
    expect((await getInvoice(of.buyer, again.id))?.replaces).toMatchObject({ id });
    expect((await getInvoice(merchant.owner, id))?.replacedBy).toMatchObject({ id: again.id });
  });
});
