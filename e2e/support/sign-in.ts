import { randomBytes } from 'node:crypto';
import type { BrowserContext } from '@playwright/test';
import { encode } from 'next-auth/jwt';
import postgres from 'postgres';

const DAY = 86_400_000;

/** A connection to the site's own database, as its owner. */
export const siteDatabase = () =>
  postgres(process.env.DATABASE_URL ?? '', { max: 1, onnotice: () => {} });

/**
 * Signs a person of the demo in by writing a session, not by typing a password.
 * @param email e.g. `buyer@guildhall.example`
 * @returns the account's id
 */
export async function signInAs(context: BrowserContext, email: string): Promise<string> {
  const sql = siteDatabase();
  try {
    const [account] = await sql<{ id: string }[]>`select id from account where email = ${email}`;
    if (!account) throw new Error(`nobody is called ${email}`);
    const sid = `se_${randomBytes(13).toString('hex')}`;
    const now = new Date();
    await sql`
      insert into session (id, account_id, created_at, last_seen_at, expires_at, second_factor_at)
      values (${sid}, ${account.id}, ${now}, ${now}, ${new Date(now.getTime() + 400 * DAY)}, ${now})`;
    const secret = process.env.AUTH_SECRET ?? '';
    const value = await encode({ token: { sid }, secret, maxAge: 400 * 86_400 });
    const url = process.env.E2E_BASE_URL ?? '';
    await context.clearCookies();
    await context.addCookies([{ name: 'next-auth.session-token', value, url, httpOnly: true }]);
    return account.id;
  } finally {
    await sql.end();
  }
}
