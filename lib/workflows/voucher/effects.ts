import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import type { Tx } from '@/db/client';
import { products, voucherCodeSets, voucherCodes, voucherNames } from '@/db/schema';
import { seal } from '@/lib/auth/secret';
import type { Effect } from '@/lib/engine/bind';
import { refused } from '@/lib/errors';
import { attachFiles } from '@/lib/files/attach';
import { newId } from '@/lib/ids';
import { addJob } from '@/lib/worker/add-job';
import { columnsOf, scopeOnSale, voucherClassOf } from './check';
import { CODES, groupedCode, hashCode, newCode } from './codes';
import { countHad } from './had';
import type { VoucherFacts, VoucherRow } from './machine';
import type { VoucherForm, voucherInputs } from './schema';
import { layOut, takeMany } from './stock';

type Inputs = { [E in keyof typeof voucherInputs]: z.infer<(typeof voucherInputs)[E]> };
type VoucherEffect<Input = Record<string, never>> = Effect<VoucherRow, Input, VoucherFacts>;

/** Rows written in one statement. */
const CHUNK = 1000;

export const open: VoucherEffect<Inputs['open']> = async (context) => ({
  ...(await columnsOf(context, context.input)),
  requestKey: context.input.requestKey ?? null,
});
export const edit: VoucherEffect<VoucherForm> = async (context) => ({
  ...(await columnsOf(context, context.input)),
  reason: null,
});

/** The product is still sold as the batch says; held until the commit. */
async function requireSold(tx: Tx, row: VoucherRow, event: 'submit' | 'approve'): Promise<void> {
  const [product] = await tx
    .select()
    .from(products)
    .where(eq(products.id, row.productId))
    .for('share');
  if (product?.state !== 'onSale' || voucherClassOf(product) !== row.class) {
    throw refused(`voucher.error.${event}.notOnSale`);
  }
  const sold = await scopeOnSale(tx, row);
  if (sold.length === 0 || row.specIds.some((id) => !sold.includes(id))) {
    throw refused(`voucher.error.${event}.specNotOnSale`);
  }
}

/** From draft to what customers can have; joint products wait for operators. */
export const submit: VoucherEffect = async ({ tx, now, row, record }) => {
  await requireSold(tx, row, 'submit');
  record({ data: { quantity: row.quantity, amount: row.amount } });
  if (row.class === 'joint') return { reason: null };
  await layOut(tx, row);
  return { issuedAt: now, reason: null };
};

export const approve: VoucherEffect<Inputs['approve']> = async ({
  tx,
  now,
  row,
  input,
  record,
}) => {
  await requireSold(tx, row, 'approve');
  await layOut(tx, row);
  record({ data: { opinion: input.opinion } });
  return { issuedAt: now };
};

export const reject: VoucherEffect<Inputs['reject']> = async ({ input }) => ({
  reason: input.reason,
});

/** Keeps the customers of a list; a job gives each a piece. */
export const nameCustomers: VoucherEffect<Inputs['nameCustomers']> = async (context) => {
  const { tx, now, row, actor, input, record } = context;
  const [file] = await attachFiles(tx, {
    ids: [input.fileId],
    purpose: 'voucherCustomers',
    actor,
    user: `voucher:${row.id}`,
    field: 'fileId',
    now,
  });
  // Another list may have come between the check and this lock.
  const had = await countHad(tx, row.id, input.buyerIds);
  if ([...had.values()].some((count) => count >= row.perUser)) {
    throw refused('voucher.error.nameCustomers.givenMeanwhile');
  }
  await takeMany(tx, row.id, input.buyerIds.length);
  for (let at = 0; at < input.buyerIds.length; at += CHUNK) {
    await tx.insert(voucherNames).values(
      input.buyerIds.slice(at, at + CHUNK).map((buyerId) => ({
        id: newId('voucherName', now),
        voucherId: row.id,
        merchantId: row.merchantId,
        buyerId,
        fileId: input.fileId,
        createdAt: now,
      })),
    );
  }
  await addJob(tx, 'give-vouchers', { voucherId: row.id });
  record({
    data: { customers: input.buyerIds.length },
    files: file ? [{ id: file.id, name: file.name, sha256: file.sha256 }] : [],
  });
};

/** Makes activation codes: their hashes stay, the codes themselves can be read once. */
export const makeCodes: VoucherEffect<Inputs['makeCodes']> = async (context) => {
  const { tx, now, row, input, setting, record } = context;
  const most = await setting('voucher.codesMost');
  if (input.count > most) throw refused('voucher.error.makeCodes.tooMany', { most });
  await takeMany(tx, row.id, input.count);
  const codes = Array.from({ length: input.count }, newCode);
  const setId = newId('voucherCodeSet', now);
  const owner = { voucherId: row.id, merchantId: row.merchantId };
  await tx.insert(voucherCodeSets).values({
    id: setId,
    ...owner,
    count: codes.length,
    sealed: seal(CODES, codes.map(groupedCode).join('\n')),
    createdAt: now,
  });
  for (let at = 0; at < codes.length; at += CHUNK) {
    await tx.insert(voucherCodes).values(
      codes.slice(at, at + CHUNK).map((code) => ({
        id: newId('voucherCode', now),
        setId,
        ...owner,
        hash: hashCode(code),
      })),
    );
  }
  record({ data: { codes: codes.length, setId } });
};

/** Whatever ends a batch: pieces in customers' hands end by a job. */
const end = async (tx: Tx, row: VoucherRow, now: Date) => {
  if (row.state === 'active') await addJob(tx, 'end-vouchers', { voucherId: row.id });
  return { endedAt: now };
};

const voidBatch: VoucherEffect = ({ tx, row, now }) => end(tx, row, now);

export { voidBatch as void };
/** Pieces end by their own date, the same moment. */
export const expire: VoucherEffect = async ({ now }) => ({ endedAt: now });
export const invalidate: VoucherEffect<Inputs['invalidate']> = async ({ tx, row, input, now }) => ({
  ...(await end(tx, row, now)),
  reason: input.cause,
});
