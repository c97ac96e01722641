import { cookies } from 'next/headers';
import type { Actor } from '@/lib/auth/actor';
import { endCookie, sessionId, startCookie } from '@/lib/auth/cookie';
import { localPath } from '@/lib/auth/local-path';
import { LOCALE_COOKIE } from '@/lib/i18n/locales';
import { personOf } from '@/lib/records/account/as-account';
import { homeOf } from '@/lib/records/session/home';
import { endSession } from '@/lib/records/session/revoke';
import { signInWithPassword } from '@/lib/records/session/sign-in';
import { giveSecondFactor } from '@/lib/records/totp/commands';

type Fields = Record<string, unknown>;
interface Onward {
  href: string;
}

/** Signs in, gives the browser its cookie, and says where to go on: the code page, where the person came from, or home. */
export async function signInHere(actor: Actor, { next, ...input }: Fields): Promise<Onward> {
  const started = await signInWithPassword(actor, input);
  const old = await sessionId();
  if (old) await endSession(old);
  await startCookie(started.sessionId, started.days);
  const jar = await cookies();
  if (!jar.has(LOCALE_COOKIE)) {
    jar.set(LOCALE_COOKIE, started.locale, { path: '/', maxAge: 31_536_000, sameSite: 'lax' });
  }
  const onward = localPath(next);
  if (started.needsCode) {
    return { href: `/sign-in/code${onward ? `?next=${encodeURIComponent(onward)}` : ''}` };
  }
  return { href: onward ?? (await homeOf(personOf(started.accountId))) };
}

/** Gives the one-time code of the session in this browser. */
export async function giveCodeHere(actor: Actor, { next, ...input }: Fields): Promise<Onward> {
  const accountId = await giveSecondFactor(actor, input, await sessionId());
  return { href: localPath(next) ?? (await homeOf(personOf(accountId))) };
}

/** Ends the session of this browser. */
export async function signOutHere(): Promise<void> {
  const id = await sessionId();
  if (id) await endSession(id);
  await endCookie();
}
