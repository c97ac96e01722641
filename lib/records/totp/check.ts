import { and, eq, isNull } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { accounts, recoveryCodes } from '@/db/schema';
import { hashSecret, unseal } from '@/lib/auth/secret';
import { newRecoveryCodes, plainRecoveryCode, totpStep } from '@/lib/auth/totp';
import { newId } from '@/lib/ids';

type Account = typeof accounts.$inferSelect;
export const TOTP_SEAL = 'totp';

/**
 * Whether the code is the authenticator's, or an unused recovery code; either is used up.
 * @param account locked by the caller
 */
export async function redeemCode(
  tx: Tx,
  account: Account,
  code: string,
  now: Date,
): Promise<'app' | 'recovery' | undefined> {
  if (!account.totpSecret) return undefined;
  const secret = unseal(TOTP_SEAL, account.totpSecret);
  // The authenticator runs on real time, also where the demo's clock was moved.
  const step = totpStep(secret, code, new Date(), account.totpUsedStep);
  if (step !== undefined) {
    await tx.update(accounts).set({ totpUsedStep: step }).where(eq(accounts.id, account.id));
    return 'app';
  }
  if (!account.totpConfirmedAt) return undefined;
  const [used] = await tx
    .update(recoveryCodes)
    .set({ usedAt: now })
    .where(
      and(
        eq(recoveryCodes.accountId, account.id),
        eq(recoveryCodes.hash, hashSecret(plainRecoveryCode(code))),
        isNull(recoveryCodes.usedAt),
      ),
    )
    .returning({ id: recoveryCodes.id });
  return used ? 'recovery' : undefined;
}

/** Replaces the recovery codes of an account; answers them in the clear, for this once. */
export async function renewRecoveryCodes(tx: Tx, accountId: string, now: Date): Promise<string[]> {
  await tx.delete(recoveryCodes).where(eq(recoveryCodes.accountId, accountId));
  const codes = newRecoveryCodes();
  await tx.insert(recoveryCodes).values(
    codes.map((code) => ({
      id: newId('token', now),
      accountId,
      hash: hashSecret(plainRecoveryCode(code)),
    })),
  );
  return codes;
}
