import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { invoiceWaivers, orders } from '@/db/schema';
import type { Actor } from '@/lib/auth/actor';
import { parseInput } from '@/lib/engine/parse';
import { invalid, notFound } from '@/lib/errors';
import { attachFiles, detachFiles } from '@/lib/files/attach';
import { changeOfMerchant } from '@/lib/records/member/change-of-merchant';

const waiver = z.object({
  orderId: z.string().trim().min(1),
  fileIds: z.preprocess(
    (value) => (value === undefined || value === '' ? [] : value),
    z.array(z.string()).min(1, 'form.error.required').max(5),
  ),
  note: z.string().trim().max(500).default(''),
});

/**
 * Hands in evidence that the customer of a completed order wants no invoice (onboarding.md 6.1); handing in again
 * replaces it.
 * @throws DomainError invalid per field; notFound for another merchant's order
 */
export async function waiveInvoice(actor: Actor, input: unknown): Promise<{ orderId: string }> {
  const parsed = parseInput(waiver, input);
  const spec = {
    noun: 'invoiceWaiver',
    action: 'record',
    permission: 'merchantExit.request',
  } as const;
  return changeOfMerchant(actor, spec, async ({ tx, now, record }, { merchantId, accountId }) => {
    const { orderId, note } = parsed;
    const [order] = await tx
      .select()
      .from(orders)
      .where(and(eq(orders.id, orderId), eq(orders.merchantId, merchantId)));
    if (!order) throw notFound();
    if (order.state !== 'completed') throw invalid({ fileIds: 'invoiceWaiver.error.notCompleted' });
    const [before] = await tx
      .select()
      .from(invoiceWaivers)
      .where(eq(invoiceWaivers.orderId, orderId))
      .for('update');
    const user = `invoiceWaiver:${orderId}`;
    const files = await attachFiles(tx, {
      ids: parsed.fileIds,
      purpose: 'invoiceWaiver',
      actor,
      user,
      field: 'fileIds',
      now,
    });
    record({ files: files.map(({ id, name, sha256 }) => ({ id, name, sha256 })) });
    const fileIds = files.map(({ id }) => id);
    await detachFiles(tx, {
      ids: (before?.fileIds ?? []).filter((id) => !fileIds.includes(id)),
      user,
      now,
    });
    const values = { orderId, merchantId, fileIds, note, accountId, createdAt: now };
    await tx
      .insert(invoiceWaivers)
      .values(values)
      .onConflictDoUpdate({ target: invoiceWaivers.orderId, set: values });
    return {
      subjectId: orderId,
      ...(before ? { before } : {}),
      after: values,
      value: { orderId },
    };
  });
}
