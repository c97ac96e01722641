import { and, eq, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { messageReceivers } from '@/db/schema';
import type { Actor } from '@/lib/auth/actor';
import { spend } from '@/lib/auth/limit';
import { hashSecret, newSecret } from '@/lib/auth/secret';
import type { ChangeContext } from '@/lib/engine/change';
import { parseInput } from '@/lib/engine/parse';
import { notFound, refused } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { changeOfMerchant } from '@/lib/records/member/change-of-merchant';
import { receiverInput } from './schema';

const spec = (action: string) =>
  ({ noun: 'messageReceiver', action, permission: 'messageReceiver.manage' }) as const;

/** A fresh link to confirm an address; null where there is no address. */
function newLink(email: string | undefined) {
  if (!email) return { token: undefined, verifyHash: null };
  const token = newSecret();
  return { token, verifyHash: hashSecret(token) };
}

const mailed = (token: string | undefined) =>
  token ? { notify: ['receiver'], params: { token } } : {};

/**
 * Adds a receiver of the merchant's messages. Mail goes to it only after its address was confirmed by the link it
 * gets now.
 * @throws DomainError forbidden, invalid, refused (`full`), limited
 */
export async function addReceiver(actor: Actor, input: unknown): Promise<{ id: string }> {
  const values = parseInput(receiverInput, input);
  await spend({ 'limit.mailTo': values.email, 'limit.mailFrom': actor.origin?.ip });
  return changeOfMerchant(actor, spec('add'), async ({ tx, now, setting }, { merchantId }) => {
    await tx.execute(
      sql`select pg_advisory_xact_lock(hashtextextended(${`receivers:${merchantId}`}, 0))`,
    );
    const there = await tx
      .select({ id: messageReceivers.id })
      .from(messageReceivers)
      .where(eq(messageReceivers.merchantId, merchantId));
    const most = await setting('messageReceiver.most');
    if (there.length >= most) throw refused('messageReceiver.error.full', { most });
    const id = newId('messageReceiver', now);
    const { token, verifyHash } = newLink(values.email);
    await tx.insert(messageReceivers).values({
      id,
      merchantId,
      name: values.name,
      email: values.email ?? null,
      phone: values.phone ?? null,
      locale: values.locale,
      verifyHash,
      createdAt: now,
      updatedAt: now,
    });
    return { subjectId: id, after: values, value: { id }, ...mailed(token) };
  });
}

async function lockReceiver({ tx }: ChangeContext, merchantId: string, id: string) {
  const [row] = await tx
    .select()
    .from(messageReceivers)
    .where(and(eq(messageReceivers.id, id), eq(messageReceivers.merchantId, merchantId)))
    .for('update');
  if (!row) throw notFound();
  return row;
}

/**
 * Changes a receiver; another address has to be confirmed anew.
 * @throws DomainError forbidden, notFound, invalid, limited
 */
export async function changeReceiver(actor: Actor, id: string, input: unknown): Promise<void> {
  const values = parseInput(receiverInput, input);
  await spend({ 'limit.mailTo': values.email, 'limit.mailFrom': actor.origin?.ip });
  return changeOfMerchant(actor, spec('change'), async (context, { merchantId }) => {
    const { tx, now } = context;
    const before = await lockReceiver(context, merchantId, id);
    const moved = (values.email ?? null) !== before.email;
    const { token, verifyHash } = moved
      ? newLink(values.email)
      : { token: undefined, verifyHash: before.verifyHash };
    await tx
      .update(messageReceivers)
      .set({
        name: values.name,
        email: values.email ?? null,
        phone: values.phone ?? null,
        locale: values.locale,
        verifyHash,
        updatedAt: now,
        ...(moved ? { emailVerifiedAt: null } : {}),
      })
      .where(eq(messageReceivers.id, id));
    const { name, email, phone, locale } = before;
    return {
      subjectId: id,
      before: { name, email, phone, locale },
      after: values,
      value: undefined,
      ...mailed(token),
    };
  });
}

/** Sends the link that confirms the address once more. @throws DomainError notFound, refused (`verified`) */
export async function resendReceiverLink(actor: Actor, id: string): Promise<void> {
  await spend({ 'limit.mailTo': id, 'limit.mailFrom': actor.origin?.ip });
  return changeOfMerchant(actor, spec('resendLink'), async (context, { merchantId }) => {
    const row = await lockReceiver(context, merchantId, id);
    if (!row.email || row.emailVerifiedAt) throw refused('messageReceiver.error.verified');
    const { token, verifyHash } = newLink(row.email);
    await context.tx
      .update(messageReceivers)
      .set({ verifyHash })
      .where(eq(messageReceivers.id, id));
    return { subjectId: id, value: undefined, ...mailed(token) };
  });
}

/** Removes a receiver with its subscriptions. */
export function removeReceiver(actor: Actor, id: string): Promise<void> {
  return changeOfMerchant(actor, spec('remove'), async (context, { merchantId }) => {
    const { name, email, phone } = await lockReceiver(context, merchantId, id);
    await deleteReceiver(context.tx, id);
    return { subjectId: id, before: { name, email, phone }, value: undefined };
  });
}

async function deleteReceiver(tx: Tx, id: string): Promise<void> {
  await tx.delete(messageReceivers).where(eq(messageReceivers.id, id));
}
