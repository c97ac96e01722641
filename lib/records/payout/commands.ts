import { and, eq } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { businessCertifications, merchants, payouts } from '@/db/schema';
import { type Actor, accountOf } from '@/lib/auth/actor';
import { can } from '@/lib/auth/permissions';
import { change } from '@/lib/engine/change';
import { openOnce, requestKeyOf } from '@/lib/engine/once';
import { parseInput } from '@/lib/engine/parse';
import { withActor } from '@/lib/engine/with-actor';
import { invalid } from '@/lib/errors';
import { attachFiles } from '@/lib/files/attach';
import { formatMoney } from '@/lib/i18n/format';
import { newId } from '@/lib/ids';
import { bank, lockedBalance, payableTo, post } from '@/lib/money/ledger';
import { dayOf } from '@/lib/time/working-days';
import { violatedUnique } from '@/lib/unique-violation';
import { payoutInputs } from './schema';

export type PayoutRow = typeof payouts.$inferSelect;

/** The merchant, or a complaint about the field that names it. */
export async function merchantNamed(tx: Tx, id: string): Promise<typeof merchants.$inferSelect> {
  const [merchant] = await tx.select().from(merchants).where(eq(merchants.id, id));
  if (!merchant) throw invalid({ merchantId: 'payout.error.merchantUnknown' });
  return merchant;
}

/** The account that the merchant certified; money goes nowhere else (money.md 5). */
async function certifiedBank(tx: Tx, merchantId: string) {
  const [certified] = await tx
    .select({ current: businessCertifications.current })
    .from(businessCertifications)
    .where(eq(businessCertifications.merchantId, merchantId));
  const found = certified?.current?.bank;
  if (!found) throw invalid({ merchantId: 'payout.error.notCertified' });
  const { holder, bankName, branch, masked } = found;
  return { holder, bankName, branch, masked };
}

/**
 * Records a payment that finance made to a merchant: payable → bank. At most what is payable; a reference of the bank
 * counts once, two at once included.
 * @throws DomainError invalid per field: `payout.error.*`
 */
export function recordPayout(actor: Actor, input: unknown): Promise<PayoutRow> {
  return openOnce(
    () => submitted(actor, input),
    () => record(actor, input),
  );
}

/** What this submission recorded before. */
async function submitted(actor: Actor, input: unknown): Promise<PayoutRow | undefined> {
  const key = requestKeyOf(input);
  if (!key || actor.kind !== 'operator' || !can(actor, 'payout.record')) return undefined;
  return withActor(actor, async ({ tx }) => {
    const [row] = await tx
      .select()
      .from(payouts)
      .where(and(eq(payouts.createdBy, actor.accountId), eq(payouts.requestKey, key)));
    return row;
  });
}

async function record(actor: Actor, input: unknown): Promise<PayoutRow> {
  const parsed = parseInput(payoutInputs.pay, input);
  try {
    return await change(
      actor,
      { noun: 'payout', action: 'pay', permission: 'payout.record' },
      async ({ tx, now, setting, record: also }) => {
        const { merchantId, amount } = parsed;
        const merchant = await merchantNamed(tx, merchantId);
        const account = await certifiedBank(tx, merchantId);
        if (parsed.paidOn > dayOf(now, await setting('site.timeZone')))
          throw invalid({ paidOn: 'payout.error.future' });
        const payable = await lockedBalance(tx, payableTo(merchantId));
        if (amount > payable) {
          const params = { most: formatMoney(payable) };
          throw invalid({ amount: { key: 'payout.error.abovePayable', params } });
        }
        const id = newId('payout', now);
        const [slip] = await attachFiles(tx, {
          ids: parsed.slipFileId ? [parsed.slipFileId] : [],
          purpose: 'payoutSlip',
          actor,
          grants: [{ merchantId }],
          user: `payout:${id}`,
          field: 'slipFileId',
          now,
        });
        if (slip) also({ files: [{ id: slip.id, name: slip.name, sha256: slip.sha256 }] });
        const values = {
          id,
          merchantId,
          merchantName: merchant.name,
          amount,
          bank: account,
          bankReference: parsed.bankReference,
          paidOn: parsed.paidOn,
          slipFileId: slip?.id ?? null,
          note: parsed.note ?? null,
          createdBy: accountOf(actor) ?? 'system',
          requestKey: parsed.requestKey ?? null,
          createdAt: now,
        };
        await tx.insert(payouts).values(values);
        await post(tx, {
          key: `payout:${id}:paid`,
          memo: 'payout',
          noun: 'payout',
          subjectId: id,
          at: now,
          merchantId,
          postings: [
            { account: payableTo(merchantId), amount: -amount },
            { account: bank, amount },
          ],
        });
        return {
          subjectId: id,
          stream: `payout:${id}`,
          tenant: { merchantId },
          after: values,
          value: values,
          notify: ['merchant'],
        };
      },
    );
  } catch (error) {
    if (violatedUnique(error) === 'payout_bank_reference')
      throw invalid({ bankReference: 'payout.error.referenceTaken' });
    throw error;
  }
}
