import { and, eq, sql } from 'drizzle-orm';
import { feeInvoices } from '@/db/schema';
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
import { merchantNamed } from '@/lib/records/payout/commands';
import { readMerchantMoney } from '@/lib/records/payout/queries';
import { payoutInputs } from '@/lib/records/payout/schema';
import { dayOf } from '@/lib/time/working-days';
import { violatedUnique } from '@/lib/unique-violation';

export type FeeInvoiceRow = typeof feeInvoices.$inferSelect;

/**
 * Records a platform-fee invoice that was given to a merchant (money.md 3): at most the fee that is not invoiced yet,
 * each number once.
 * @throws DomainError invalid per field: `feeInvoice.error.*`
 */
export function recordFeeInvoice(actor: Actor, input: unknown): Promise<FeeInvoiceRow> {
  return openOnce(
    () => submitted(actor, input),
    () => record(actor, input),
  );
}

/** What this submission recorded before. */
async function submitted(actor: Actor, input: unknown): Promise<FeeInvoiceRow | undefined> {
  const key = requestKeyOf(input);
  if (!key || actor.kind !== 'operator' || !can(actor, 'feeInvoice.record')) return undefined;
  return withActor(actor, async ({ tx }) => {
    const [row] = await tx
      .select()
      .from(feeInvoices)
      .where(and(eq(feeInvoices.createdBy, actor.accountId), eq(feeInvoices.requestKey, key)));
    return row;
  });
}

async function record(actor: Actor, input: unknown): Promise<FeeInvoiceRow> {
  const parsed = parseInput(payoutInputs.recordFeeInvoice, input);
  try {
    return await change(
      actor,
      { noun: 'feeInvoice', action: 'record', permission: 'feeInvoice.record' },
      async ({ tx, now, setting, record: also }) => {
        const { merchantId, amount } = parsed;
        const merchant = await merchantNamed(tx, merchantId);
        // One at a time per merchant, so that the second sees what the first invoiced.
        const turn = `feeInvoice:${merchantId}`;
        await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${turn}, 0))`);
        if (parsed.issuedOn > dayOf(now, await setting('site.timeZone')))
          throw invalid({ issuedOn: 'payout.error.future' });
        const { feeEarned, feeInvoiced } = await readMerchantMoney(tx, merchantId);
        const left = feeEarned > feeInvoiced ? feeEarned - feeInvoiced : 0n;
        if (amount > left) {
          const params = { most: formatMoney(left) };
          throw invalid({ amount: { key: 'feeInvoice.error.aboveFee', params } });
        }
        const id = newId('feeInvoice', now);
        const [file] = await attachFiles(tx, {
          ids: [parsed.fileId],
          purpose: 'feeInvoice',
          actor,
          grants: [{ merchantId }],
          user: `feeInvoice:${id}`,
          field: 'fileId',
          now,
        });
        if (!file) throw invalid({ fileId: 'form.error.required' });
        also({ files: [{ id: file.id, name: file.name, sha256: file.sha256 }] });
        const values = {
          id,
          merchantId,
          merchantName: merchant.name,
          amount,
          number: parsed.number,
          issuedOn: parsed.issuedOn,
          fileId: file.id,
          note: parsed.note ?? null,
          createdBy: accountOf(actor) ?? 'system',
          requestKey: parsed.requestKey ?? null,
          createdAt: now,
        };
        await tx.insert(feeInvoices).values(values);
        return {
          subjectId: id,
          stream: `feeInvoice:${id}`,
          tenant: { merchantId },
          after: values,
          value: values,
          notify: ['merchant'],
        };
      },
    );
  } catch (error) {
    if (violatedUnique(error) === 'fee_invoice_number')
      throw invalid({ number: 'feeInvoice.error.numberTaken' });
    throw error;
  }
}
