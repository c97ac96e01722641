import { cookies } from 'next/headers';
import type { Actor } from '@/lib/auth/actor';
import { isSecure, startCookie } from '@/lib/auth/cookie';
import { MERCHANT_COOKIE } from '@/lib/auth/session';
import { acceptAsNewAccount, acceptInvitation } from '@/lib/records/member/accept';
import { signInAfterInvitation } from '@/lib/records/session/sign-in';

type Fields = Record<string, unknown>;

/** Puts the merchant's hat on in this browser. */
async function wear(merchantId: string): Promise<void> {
  (await cookies()).set(MERCHANT_COOKIE, merchantId, {
    path: '/',
    maxAge: 31_536_000,
    sameSite: 'lax',
    httpOnly: true,
    secure: isSecure(),
  });
}

/** Accepts as the account that is signed in. */
export async function acceptHere(actor: Actor, input: Fields): Promise<void> {
  await wear((await acceptInvitation(actor, input)).merchantId);
}

/** Makes the account, signs it in and accepts. */
export async function acceptNewHere(actor: Actor, input: Fields): Promise<void> {
  const { merchantId, accountId } = await acceptAsNewAccount(actor, input);
  const started = await signInAfterInvitation(actor, accountId);
  await startCookie(started.sessionId, started.days);
  await wear(merchantId);
}
