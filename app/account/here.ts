import { cookies } from 'next/headers';
import { type Actor, accountOf } from '@/lib/auth/actor';
import { endCookie, sessionId } from '@/lib/auth/cookie';
import { LOCALE_COOKIE } from '@/lib/i18n/locales';
import { changeProfile } from '@/lib/records/account/change';
import { signOutEverywhere } from '@/lib/records/session/revoke';
import { confirmTotp, disableTotp, remakeRecoveryCodes } from '@/lib/records/totp/commands';
import { dropFreshCodes, holdFreshCodes } from './fresh-codes';

/*
 * Commands of an account together with what they mean for the browser at hand: its language, its session, and the
 * recovery codes that it shows until they are kept.
 */

type Fields = Record<string, unknown>;

/** Saves the profile; this browser speaks the chosen language from now on. */
export async function changeProfileHere(actor: Actor, input: Fields): Promise<void> {
  const { locale } = await changeProfile(actor, input);
  (await cookies()).set(LOCALE_COOKIE, locale, {
    path: '/',
    maxAge: 31_536_000,
    sameSite: 'lax',
  });
}

/** Signs out everywhere but here. */
export async function signOutOthersHere(actor: Actor): Promise<{ count: number }> {
  return signOutEverywhere(actor, await sessionId());
}

/** Signs out everywhere, here too. */
export async function signOutEverywhereHere(actor: Actor): Promise<{ count: number }> {
  const done = await signOutEverywhere(actor);
  await endCookie();
  return done;
}

/** Turns the second factor on; the recovery codes wait in this browser until they are kept. */
export async function confirmTotpHere(actor: Actor, input: Fields): Promise<void> {
  const { codes } = await confirmTotp(actor, input, await sessionId());
  await holdFreshCodes(accountOf(actor) ?? '', codes);
}

/** Makes new recovery codes, which wait in the same way. */
export async function remakeCodesHere(actor: Actor, input: Fields): Promise<void> {
  const { codes } = await remakeRecoveryCodes(actor, input);
  await holdFreshCodes(accountOf(actor) ?? '', codes);
}

/** Turns the second factor off; codes that still wait are worth nothing then. */
export async function disableTotpHere(actor: Actor, input: Fields): Promise<void> {
  await disableTotp(actor, input);
  await dropFreshCodes();
}
