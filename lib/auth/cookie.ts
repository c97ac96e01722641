import { cookies } from 'next/headers';
import { decode, encode } from 'next-auth/jwt';
import { env } from '@/lib/env';

/** Name of the signed cookie that carries the session's row id; the prefix makes browsers insist on TLS. */
export const sessionCookieName = () =>
  isSecure() ? '__Secure-next-auth.session-token' : 'next-auth.session-token';

export const isSecure = () => env().BASE_URL.startsWith('https://');

/** What the cookie says; the row decides. */
export function sealSession(id: string, seconds: number): Promise<string> {
  return encode({ token: { sid: id }, secret: env().AUTH_SECRET, maxAge: seconds });
}

/** The session's row id inside the cookie, or nothing. */
export async function sessionId(): Promise<string | undefined> {
  const token = (await cookies()).get(sessionCookieName())?.value;
  if (!token) return undefined;
  const claims = await decode({ token, secret: env().AUTH_SECRET }).catch(() => null);
  return typeof claims?.sid === 'string' ? claims.sid : undefined;
}

/** Gives this browser the session. */
export async function startCookie(id: string, days: number): Promise<void> {
  const seconds = days * 86_400;
  (await cookies()).set(sessionCookieName(), await sealSession(id, seconds), {
    httpOnly: true,
    sameSite: 'lax',
    secure: isSecure(),
    path: '/',
    maxAge: seconds,
  });
}

/** Takes the session from this browser. */
export async function endCookie(): Promise<void> {
  (await cookies()).delete({ name: sessionCookieName(), path: '/', secure: isSecure() });
}
