import { cookies } from 'next/headers';
import { isSecure } from '@/lib/auth/cookie';
import { seal, unseal } from '@/lib/auth/secret';

/*
 * Recovery codes are kept as hashes and shown once. So that once outlives a page that is made anew or loaded again,
 * this browser alone carries them, sealed, until the person says that they are kept.
 */

const COOKIE = 'guildhall-fresh-codes';
const SECONDS = 30 * 60;
const SEAL = 'fresh recovery codes';
const place = () => ({ path: '/account', secure: isSecure() });

/** Lets this browser show the codes of an account until they are kept, half an hour at most. */
export async function holdFreshCodes(accountId: string, codes: string[]): Promise<void> {
  (await cookies()).set(COOKIE, seal(SEAL, JSON.stringify({ accountId, codes })), {
    ...place(),
    httpOnly: true,
    sameSite: 'strict',
    maxAge: SECONDS,
  });
}

/** The codes that this account has not yet said to have kept; empty when there are none. */
export async function freshCodes(accountId: string): Promise<string[]> {
  const sealed = (await cookies()).get(COOKIE)?.value;
  if (!sealed) return [];
  try {
    const held = JSON.parse(unseal(SEAL, sealed)) as { accountId: string; codes: string[] };
    return held.accountId === accountId ? held.codes : [];
  } catch {
    // Sealed under another secret: nobody can read them any more.
    return [];
  }
}

/** Forgets them. */
export async function dropFreshCodes(): Promise<void> {
  (await cookies()).delete({ name: COOKIE, ...place() });
}
