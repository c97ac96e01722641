import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { getDatabase } from '@/db/client';
import { makeSold, setProductState } from '@/db/factories/order';
import { issueVoucher, voucherForm } from '@/db/factories/voucher';
import { reviewItems } from '@/db/schema';
import type { Member } from '@/lib/auth/actor';
import { createBuyer, createMerchant, createOperator, limitedMember } from '@/lib/testing/actors';
import { blacklistMerchant } from '@/lib/workflows/standing/commands';
import {
  approveVoucher,
  editVoucher,
  makeCodes,
  openVoucher,
  readCodes,
  rejectVoucher,
  submitVoucher,
} from './commands';
import { listOffers } from './offer-queries';
import { countVouchers, getVoucher, listVouchers } from './queries';
import { failure, refusal } from './testing';

let merchant: { merchantId: string; owner: Member };
let sold: Awaited<ReturnType<typeof makeSold>>;

beforeAll(async () => {
  merchant = await createMerchant();
  sold = await makeSold(merchant, 100_000n);
});

describe('writing a batch', () => {
  test('keeps yuan as fen and whole days, and is a draft', async () => {
    const made = await openVoucher(
      merchant.owner,
      voucherForm(sold.productId, { amount: '1,000', threshold: '2000.00' }),
    );
    expect(made).toMatchObject({
      state: 'draft',
      class: 'general',
      amount: 100_000n,
      threshold: 200_000n,
      quantity: 10,
      showOnPage: true,
      merchantId: merchant.merchantId,
      issuedAt: null,
    });
    expect(made.endsAt.getTime() - made.startsAt.getTime()).toBe(30 * 86_400_000);
    const offers = await listOffers({ kind: 'visitor' }, sold.productId);
    expect(offers.some(({ batch }) => batch.id === made.id)).toBe(false);
  });

  test.each([
    ['name', '', 'form.error.required'],
    ['name', 'x'.repeat(41), 'form.error.tooLong'],
    ['amount', '1.5', 'voucher.error.form.wholeYuan'],
    ['amount', '0', 'voucher.error.form.amountRange'],
    ['amount', '1000000001', 'voucher.error.form.amountRange'],
    ['amount', '-5', 'voucher.error.form.wholeYuan'],
    ['amount', '', 'form.error.required'],
    ['threshold', '100', 'voucher.error.form.amountNotBelow'],
    ['threshold', 'abc', 'voucher.error.form.wholeYuan'],
    ['startsOn', '2026-02-30', 'voucher.error.form.day'],
    ['endsOn', '2020-01-01', 'voucher.error.form.endsBefore'],
    ['endsOn', '2099-12-01', 'voucher.error.form.tooLong'],
    ['billing', 'perUse', 'form.error.notAChoice'],
    ['billing', 'month', 'voucher.error.form.billingNotSold'],
    ['orderType', 'other', 'form.error.notAChoice'],
    ['exclusions', ['cash'], 'form.error.notAChoice'],
    ['specIds', ['sp_unknown'], 'voucher.error.form.specNotSold'],
    ['quantity', '0', 'form.error.tooSmall'],
    ['quantity', '1.5', 'voucher.error.form.wholeNumber'],
    ['quantity', '99999999', 'form.error.tooBig'],
    ['perUser', '11', 'voucher.error.form.perUserAbove'],
    ['distribution', 'all', 'form.error.notAChoice'],
    ['productId', 'pd_unknown', 'voucher.error.form.productMissing'],
  ])('refuses %s = %j with the field’s own sentence', async (field, value, key) => {
    const { detail } = await failure(
      openVoucher(merchant.owner, voucherForm(sold.productId, { [field]: value })),
    );
    const path = Object.keys(detail.fields ?? {}).find((one) => one.startsWith(field));
    expect(detail.fields?.[path ?? '']?.key).toBe(key);
  });

  test('sent twice by one showing of the form is one draft, at once or later', async () => {
    const sent = voucherForm(sold.productId, { requestKey: `key-${crypto.randomUUID()}` });
    const both = await Promise.all([
      openVoucher(merchant.owner, sent),
      openVoucher(merchant.owner, sent),
    ]);
    const again = await openVoucher(merchant.owner, sent);
    expect(new Set([...both, again].map(({ id }) => id)).size).toBe(1);
    const other = await createMerchant();
    const theirs = voucherForm((await makeSold(other, 100_000n)).productId, {
      requestKey: sent.requestKey,
    });
    expect((await openVoucher(other.owner, theirs)).id).not.toBe(again.id);
  });

  test('for named customers is not shown on the product page', async () => {
    const { detail } = await failure(
      openVoucher(merchant.owner, voucherForm(sold.productId, { distribution: 'named' })),
    );
    expect(detail.fields?.showOnPage?.key).toBe('voucher.error.form.namedShown');
  });

  test('of six months is taken, of a day more refused', async () => {
    const span = { startsOn: '2098-12-01', endsOn: '2099-05-31' };
    const row = await openVoucher(merchant.owner, voucherForm(sold.productId, span));
    expect(row.state).toBe('draft');
    const more = voucherForm(sold.productId, { ...span, endsOn: '2099-06-01' });
    expect((await failure(openVoucher(merchant.owner, more))).detail.fields?.endsOn?.key).toBe(
      'voucher.error.form.tooLong',
    );
  });

  test('is for the merchant’s own products on sale, in the member’s scope', async () => {
    const other = await createMerchant();
    const form = voucherForm(sold.productId);
    const { detail } = await failure(openVoucher(other.owner, form));
    expect(detail.fields?.productId?.key).toBe('voucher.error.form.productMissing');
    const frozen = await makeSold(merchant, 1000n, { product: { state: 'frozen' } });
    const wrong = await failure(openVoucher(merchant.owner, voucherForm(frozen.productId)));
    expect(wrong.detail.fields?.productId?.key).toBe('voucher.error.form.productNotOnSale');
    const narrow = limitedMember(merchant.owner, ['voucher.manage'], ['pd_other']);
    expect(await refusal(openVoucher(narrow, form))).toBe('forbidden');
    const reader = limitedMember(merchant.owner, ['voucher.read']);
    expect(await refusal(openVoucher(reader, form))).toBe('forbidden');
    expect(await refusal(openVoucher(await createBuyer(), form))).toBe('forbidden');
  });
});

describe('issuing', () => {
  test('makes a general product’s batch active at once, and nothing can be changed', async () => {
    const row = await issueVoucher(merchant.owner, sold.productId);
    expect(row).toMatchObject({ state: 'active', dueAt: row.endsAt });
    expect(row.issuedAt).not.toBeNull();
    expect((await getVoucher(merchant.owner, row.id))?.figures).toMatchObject({
      issued: 10,
      left: 10,
      given: 0,
    });
    const change = editVoucher(merchant.owner, row.id, voucherForm(sold.productId));
    expect(await refusal(change)).toBe('wrongState');
    expect(await refusal(submitVoucher(merchant.owner, row.id))).toBe('wrongState');
  });

  test('puts a joint product’s batch before operators, who approve or send it back', async () => {
    const joint = await makeSold(merchant, 100_000n, { product: { class: 'joint' } });
    const reviewer = await createOperator('reviewer');
    const row = await issueVoucher(merchant.owner, joint.productId);
    expect(row).toMatchObject({ state: 'pendingReview', class: 'joint', issuedAt: null });
    const [item] = await getDatabase()
      .select()
      .from(reviewItems)
      .where(eq(reviewItems.subjectId, row.id));
    expect(item?.status).toBe('open');
    expect(await refusal(approveVoucher(merchant.owner, row.id))).toBe('forbidden');
    expect(await refusal(rejectVoucher(reviewer, row.id, { reason: '' }))).toBe('invalid');
    await rejectVoucher(reviewer, row.id, { reason: '优惠力度过大，请调整。' });
    await editVoucher(merchant.owner, row.id, voucherForm(joint.productId, { amount: '50' }));
    await submitVoucher(merchant.owner, row.id);
    const both = await Promise.allSettled([
      approveVoucher(reviewer, row.id, {}),
      approveVoucher(reviewer, row.id, {}),
    ]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await getVoucher(merchant.owner, row.id))?.figures.left).toBe(10);
  });

  test('is refused when the product went off the shelf meanwhile', async () => {
    const made = await makeSold(merchant, 100_000n);
    const { id } = await openVoucher(merchant.owner, voucherForm(made.productId));
    await setProductState(made.productId, 'delisted');
    expect(await refusal(submitVoucher(merchant.owner, id))).toBe('voucher.error.submit.notOnSale');
  });
});

test('a merchant on the black list may neither write nor issue a batch', async () => {
  const listed = await createMerchant();
  const made = await makeSold(listed, 100_000n);
  const { id } = await openVoucher(listed.owner, voucherForm(made.productId));
  await blacklistMerchant(await createOperator('admin'), listed.merchantId, {
    until: voucherForm('').endsOn,
    reason: '多次交付弄虚作假，暂停发放代金券。',
  });
  expect(await refusal(submitVoucher(listed.owner, id))).toBe('voucher.error.submit.mayNotSell');
  expect(await refusal(openVoucher(listed.owner, voucherForm(made.productId)))).toBe(
    'voucher.error.open.mayNotSell',
  );
});

describe('reading batches', () => {
  test('is for the merchant, its scoped members and operators', async () => {
    const row = await issueVoucher(merchant.owner, sold.productId, { name: '只看得见自己的' });
    const filters = { q: '只看得见' };
    const ids = async (actor: Parameters<typeof listVouchers>[0]) =>
      (await listVouchers(actor, filters)).rows.map(({ id }) => id);
    expect(await ids(merchant.owner)).toEqual([row.id]);
    expect(await ids(await createOperator('finance'))).toEqual([row.id]);
    expect(await ids((await createMerchant()).owner)).toEqual([]);
    expect(await ids(await createBuyer())).toEqual([]);
    expect(await ids(limitedMember(merchant.owner, ['voucher.read'], ['pd_x']))).toEqual([]);
    expect(await getVoucher((await createMerchant()).owner, row.id)).toBeUndefined();
    expect(await countVouchers(merchant.owner, filters)).toBe(1);
  });
});

describe('activation codes', () => {
  test('take what is left, can be read once, and only their hashes stay', async () => {
    const row = await issueVoucher(merchant.owner, sold.productId, { showOnPage: undefined });
    expect(await refusal(makeCodes(merchant.owner, row.id, { count: '11' }))).toBe(
      'voucher.error.makeCodes.tooFewLeft',
    );
    expect(await refusal(makeCodes(merchant.owner, row.id, { count: 'x' }))).toBe('invalid');
    await makeCodes(merchant.owner, row.id, { count: '4' });
    const detail = await getVoucher(merchant.owner, row.id);
    expect(detail?.figures).toMatchObject({ left: 6, codesOpen: 4 });
    const setId = detail?.codeSets[0]?.id ?? '';
    expect(await refusal(readCodes((await createMerchant()).owner, setId))).toBe('notFound');
    const both = await Promise.allSettled([
      readCodes(merchant.owner, setId),
      readCodes(merchant.owner, setId),
    ]);
    const read = both.flatMap((one) => (one.status === 'fulfilled' ? [one.value.codes] : []));
    expect(read).toHaveLength(1);
    expect(new Set(read[0])).toHaveProperty('size', 4);
    expect(read[0]?.[0]).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
    expect(await refusal(readCodes(merchant.owner, setId))).toBe('voucher.error.codes.readBefore');
  });
});
