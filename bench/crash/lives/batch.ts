import { desc, eq } from 'drizzle-orm';
import { getDatabase } from '@/db/client';
import { voucherForm } from '@/db/factories/voucher';
import { voucherCodeSets } from '@/db/schema';
import { DomainError } from '@/lib/errors';
import {
  makeCodes,
  openVoucher,
  readCodes,
  submitVoucher,
  voidVoucher,
} from '@/lib/workflows/voucher/commands';
import { nameCustomersByList } from '@/lib/workflows/voucher/name-customers';
import { activateCode, claimVoucher } from '@/lib/workflows/voucher-piece/commands';
import { act, chance, type Lane } from '../lane';
import { patiently } from '../sure';
import { uploadList } from '../uploads';

/** Pieces of a batch, and claims of it at once. */
const PIECES = 6;
const CLAIMS = 8;

/** A batch of vouchers: more claims at once than it has pieces, or codes, or a list; and sometimes its early end. */
export async function batch(lane: Lane): Promise<void> {
  const { buyer, owner, sold } = lane.company;
  const named = chance(lane, 0.2);
  const form = voucherForm(sold.productId, {
    amount: '10',
    threshold: '50',
    quantity: String(PIECES),
    perUser: String(PIECES),
    ...(named ? { distribution: 'named', showOnPage: '' } : {}),
  });
  const drafted = await act(lane, 'voucher.open', () => openVoucher(owner, form));
  if (!drafted) return;
  const { id } = drafted;
  await act(lane, 'voucher.submit', () => submitVoucher(owner, id));
  if (named) {
    await nameBuyer(lane, id);
  } else if (chance(lane, 0.3)) await tryCodes(lane, id);
  const claim = () => act(lane, 'voucherPiece.claim', () => claimVoucher(buyer, { voucherId: id }));
  if (!named) await Promise.all(Array.from({ length: CLAIMS }, claim));
  if (chance(lane, 0.3)) await act(lane, 'voucher.void', () => voidVoucher(owner, id));
}

/** The customer's own piece by an uploaded list; the worker gives it. */
async function nameBuyer(lane: Lane, id: string): Promise<void> {
  const { buyer, owner } = lane.company;
  const line = `${buyer.accountId},${buyer.accountId}@example.test`;
  const fileId = await uploadList(lane, owner, ['账号,邮箱', line]);
  const name = async () => {
    await nameCustomersByList(owner, { id, fileId });
    return { id, version: 3 };
  };
  await act(lane, 'voucher.nameCustomers', name, [fileId]);
}

/** Two codes, one of which two people type at the same moment. */
async function tryCodes(lane: Lane, id: string): Promise<void> {
  const { buyer, owner } = lane.company;
  if (!(await act(lane, 'voucher.makeCodes', () => makeCodes(owner, id, { count: '2' })))) return;
  const [set] = await patiently(() =>
    getDatabase()
      .select({ id: voucherCodeSets.id })
      .from(voucherCodeSets)
      .where(eq(voucherCodeSets.voucherId, id))
      .orderBy(desc(voucherCodeSets.id)),
  );
  const codes = set ? await read(lane, set.id) : [];
  const activate = (code: string) =>
    act(lane, 'voucherPiece.activate', () => activateCode(buyer, { code }));
  await Promise.all([...codes, ...codes.slice(0, 1)].map(activate));
}

/** Codes are read once; who lost the answer to a dead database has lost them. */
async function read({ company: { owner } }: Lane, setId: string): Promise<string[]> {
  try {
    return (await patiently(() => readCodes(owner, setId))).codes;
  } catch (error) {
    if (error instanceof DomainError) return [];
    throw error;
  }
}
