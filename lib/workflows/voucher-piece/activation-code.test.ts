import { describe, expect, test } from 'vitest';
import { getDatabase } from '@/db/client';
import { rateLimits } from '@/db/schema';
import { createBuyer } from '@/lib/testing/actors';
import { makeCodes, readCodes, voidVoucher } from '@/lib/workflows/voucher/commands';
import { getVoucher } from '@/lib/workflows/voucher/queries';
import { activateCode } from './commands';
import { refusal, voucherScene } from './testing';

const { merchant, issue } = await voucherScene();

describe('an activation code', () => {
  const codesOf = async (count: number, values: Record<string, unknown> = {}) => {
    const batch = await issue({ showOnPage: undefined, ...values });
    await makeCodes(merchant.owner, batch.id, { count });
    const setId = (await getVoucher(merchant.owner, batch.id))?.codeSets[0]?.id ?? '';
    return { batch, ...(await readCodes(merchant.owner, setId)) };
  };

  test('gives one piece, once, however it is typed; of two at once one wins', async () => {
    const { codes } = await codesOf(2);
    const [first = '', second = ''] = codes;
    const buyer = await createBuyer();
    const typed = ` ${first.toLowerCase().replaceAll('-', ' ')} `;
    expect(await activateCode(buyer, { code: typed })).toMatchObject({
      state: 'claimed',
      source: 'code',
      buyerId: buyer.accountId,
    });
    const other = await createBuyer();
    expect(await refusal(activateCode(other, { code: first }))).toBe(
      'voucherPiece.error.activate.codeUsed',
    );
    const rivals = [await createBuyer(), await createBuyer(), other];
    const results = await Promise.all(
      rivals.map((one) => refusal(activateCode(one, { code: second }))),
    );
    expect(results.sort()).toEqual([
      'done',
      'voucherPiece.error.activate.codeUsed',
      'voucherPiece.error.activate.codeUsed',
    ]);
  });

  test('that is wrong is refused, and tries are counted', async () => {
    const buyer = await createBuyer();
    for (const code of ['AAAA-AAAA-AAAA-AAAA', 'short', '￥￥￥￥￥￥￥￥￥￥￥￥￥￥￥￥']) {
      expect(await refusal(activateCode(buyer, { code }))).toBe(
        'voucherPiece.error.activate.codeUnknown',
      );
    }
    expect(await refusal(activateCode(buyer, { code: '' }))).toBe('invalid');
    for (let at = 0; at < 6; at += 1) await refusal(activateCode(buyer, { code: 'x' }));
    expect(await refusal(activateCode(buyer, { code: 'x' }))).toBe('account.error.limited');
    await getDatabase().delete(rateLimits);
  });

  test('keeps the limit per customer, and ends with its batch', async () => {
    const { batch, codes } = await codesOf(3);
    const buyer = await createBuyer();
    await activateCode(buyer, { code: codes[0] });
    expect(await refusal(activateCode(buyer, { code: codes[1] }))).toBe(
      'voucherPiece.error.activate.limitReached',
    );
    await voidVoucher(merchant.owner, batch.id);
    expect(await refusal(activateCode(await createBuyer(), { code: codes[2] }))).toBe(
      'voucherPiece.error.activate.batchEnded',
    );
  });
});
