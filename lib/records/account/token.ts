import { and, eq, gt, isNull } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { accountTokens } from '@/db/schema';
import { hashSecret, newSecret } from '@/lib/auth/secret';
import { newId } from '@/lib/ids';

type TokenKind = typeof accountTokens.$inferSelect.kind;

/** Makes a token for a link in a mail and voids the earlier ones of its kind. Needs the system's fence. */
export async function issueToken(
  tx: Tx,
  {
    accountId,
    kind,
    now,
    minutes,
  }: { accountId: string; kind: TokenKind; now: Date; minutes: number },
): Promise<string> {
  await voidTokens(tx, accountId, kind, now);
  const secret = newSecret();
  await tx.insert(accountTokens).values({
    id: newId('token', now),
    accountId,
    kind,
    hash: hashSecret(secret),
    createdAt: now,
    expiresAt: new Date(now.getTime() + minutes * 60_000),
  });
  return secret;
}

/** Uses a token up; answers whose it was, or nothing when it is unknown, used, void or too old. */
export async function takeToken(
  tx: Tx,
  kind: TokenKind,
  secret: string,
  now: Date,
): Promise<string | undefined> {
  const [taken] = await tx
    .update(accountTokens)
    .set({ usedAt: now })
    .where(usable(kind, secret, now))
    .returning({ accountId: accountTokens.accountId });
  return taken?.accountId;
}

/** Whose token it is, without using it up. */
export async function peekToken(
  tx: Tx,
  kind: TokenKind,
  secret: string,
  now: Date,
): Promise<string | undefined> {
  const [found] = await tx
    .select({ accountId: accountTokens.accountId })
    .from(accountTokens)
    .where(usable(kind, secret, now));
  return found?.accountId;
}

export async function voidTokens(tx: Tx, accountId: string, kind: TokenKind, now: Date) {
  await tx
    .update(accountTokens)
    .set({ usedAt: now })
    .where(
      and(
        eq(accountTokens.accountId, accountId),
        eq(accountTokens.kind, kind),
        isNull(accountTokens.usedAt),
      ),
    );
}

const usable = (kind: TokenKind, secret: string, now: Date) =>
  and(
    eq(accountTokens.hash, hashSecret(secret)),
    eq(accountTokens.kind, kind),
    isNull(accountTokens.usedAt),
    gt(accountTokens.expiresAt, now),
  );
