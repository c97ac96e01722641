import { and, asc, eq, inArray } from 'drizzle-orm';
import { products, voucherCodeSets, vouchers } from '@/db/schema';
import { type Actor, system } from '@/lib/auth/actor';
import { can } from '@/lib/auth/permissions';
import { unseal } from '@/lib/auth/secret';
import { bindWorkflow } from '@/lib/engine/bind';
import { change } from '@/lib/engine/change';
import { command, fireIn } from '@/lib/engine/fire';
import { openOnce, requestKeyOf } from '@/lib/engine/once';
import { opening } from '@/lib/engine/open';
import { type Context, withActor } from '@/lib/engine/with-actor';
import { DomainError, forbidden, notFound, refused } from '@/lib/errors';
import { merchantMaySell } from '@/lib/records/standing/gate';
import { scopeOnSale, voucherClassOf } from './check';
import { CODES } from './codes';
import * as effects from './effects';
import { type VoucherRow, voucher } from './machine';
import { leftOf } from './stock';

export const voucherWorkflow = bindWorkflow(voucher, {
  table: vouchers,
  stream: (row) => `voucher:${row.id}`,
  tenant: (row) => ({ merchantId: row.merchantId }),
  title: (row) => row.name,
  facts: async ({ tx, row, event, actor }) => {
    if (event === 'open' || event === 'submit') {
      const merchantId = row?.merchantId ?? (actor.kind === 'member' ? actor.merchantId : '');
      return { maySell: await merchantMaySell(tx, merchantId) };
    }
    if (row && (event === 'nameCustomers' || event === 'makeCodes')) {
      return { left: await leftOf(tx, row.id) };
    }
    return {};
  },
  effects,
});

const open = opening(voucherWorkflow, 'open');

/** Writes a draft, one per showing of the form. @throws DomainError invalid with a sentence per field */
export const openVoucher = (actor: Actor, input?: unknown): Promise<VoucherRow> =>
  openOnce(
    () => submitted(actor, input),
    () => open(actor, input),
  );

/** The draft that this submission made before. */
async function submitted(actor: Actor, input: unknown): Promise<VoucherRow | undefined> {
  const key = requestKeyOf(input);
  if (!key || actor.kind !== 'member' || !can(actor, 'voucher.manage')) return undefined;
  return withActor(actor, async ({ tx }) => {
    const [row] = await tx
      .select()
      .from(vouchers)
      .where(and(eq(vouchers.merchantId, actor.merchantId), eq(vouchers.requestKey, key)));
    return row && can(actor, 'voucher.manage', { productId: row.productId }) ? row : undefined;
  });
}

export const editVoucher = command(voucherWorkflow, 'edit');
/** Issues a batch of a general product; hands one of a joint product to operators. */
export const submitVoucher = command(voucherWorkflow, 'submit');
export const approveVoucher = command(voucherWorkflow, 'approve');
export const rejectVoucher = command(voucherWorkflow, 'reject');
export const voidVoucher = command(voucherWorkflow, 'void');
export const makeCodes = command(voucherWorkflow, 'makeCodes');
/** Called with the customers of a list that was checked (`name-customers.ts`). */
export const nameCustomers = command(voucherWorkflow, 'nameCustomers');

/**
 * Ends the batches of a product whose whole scope is off the shelf, or whose product has become another class
 * (sales.md 1.2, 1.3). Products reach it by the job `invalidate-vouchers`.
 * @returns how many were ended
 */
export async function invalidateBatches(
  { tx, now }: Context,
  { productId }: { productId: string },
): Promise<number> {
  const rows = await tx
    .select()
    .from(vouchers)
    .where(
      and(
        eq(vouchers.productId, productId),
        inArray(vouchers.state, ['draft', 'rejected', 'pendingReview', 'active']),
      ),
    )
    .orderBy(asc(vouchers.id));
  const [product] = await tx.select().from(products).where(eq(products.id, productId));
  let ended = 0;
  for (const row of rows) {
    const other = product && voucherClassOf(product) !== row.class;
    const alive =
      product && product.state !== 'delisted' && (await scopeOnSale(tx, row)).length > 0;
    if (alive && !other) continue;
    const cause = alive ? 'classChanged' : 'delisted';
    try {
      await fireIn(
        { tx, now },
        system('scope of a voucher'),
        voucherWorkflow,
        'invalidate',
        row.id,
        { cause },
      );
      ended += 1;
    } catch (error) {
      // Ended otherwise since the list was read.
      if (!(error instanceof DomainError) || error.code !== 'wrongState') throw error;
    }
  }
  return ended;
}

/**
 * The codes of a making, readable once: from then on only their hashes are left.
 * @throws DomainError notFound; refused `voucher.error.codes.readBefore`
 */
export async function readCodes(
  actor: Actor,
  setId: string,
): Promise<{ voucherId: string; name: string; codes: string[] }> {
  const spec = { noun: 'voucher', action: 'readCodes', permission: 'voucher.manage' } as const;
  return change(actor, spec, async ({ tx, now, record }) => {
    const [set] = await tx
      .select()
      .from(voucherCodeSets)
      .where(eq(voucherCodeSets.id, setId))
      .for('update');
    if (!set || actor.kind !== 'member' || set.merchantId !== actor.merchantId) throw notFound();
    const [row] = await tx.select().from(vouchers).where(eq(vouchers.id, set.voucherId));
    if (!row) throw notFound();
    if (!can(actor, 'voucher.manage', { productId: row.productId })) throw forbidden();
    if (set.sealed === null) throw refused('voucher.error.codes.readBefore');
    const codes = unseal(CODES, set.sealed).split('\n');
    await tx
      .update(voucherCodeSets)
      .set({ sealed: null, downloadedAt: now })
      .where(eq(voucherCodeSets.id, set.id));
    record({ data: { setId: set.id, codes: set.count } });
    return {
      subjectId: row.id,
      stream: `voucher:${row.id}`,
      tenant: { merchantId: row.merchantId },
      value: { voucherId: row.id, name: row.name, codes },
    };
  });
}

/** Runs `invalidateBatches` for a job. */
export const invalidateBatchesOf = (productId: string): Promise<number> =>
  withActor(system('scope of a voucher'), (context) => invalidateBatches(context, { productId }));
