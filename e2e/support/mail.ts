import { expect } from '@playwright/test';
import { siteDatabase } from './sign-in';

/** The newest mail kept for an address, once the worker has written it. */
export async function mailTo(address: string, subject: string | RegExp): Promise<string> {
  const sql = siteDatabase();
  try {
    let body = '';
    await expect
      .poll(
        async () => {
          const [mail] = await sql<{ subject: string; body: string }[]>`
            select subject, body from message
            where address = ${address} and channel = 'mail' order by id desc limit 1`;
          body = mail?.body ?? '';
          return mail?.subject ?? '';
        },
        { message: `a mail to ${address}`, timeout: 20_000 },
      )
      .toMatch(subject);
    return body;
  } finally {
    await sql.end();
  }
}

/** The address of this site in a mail, as a path. */
export function linkIn(body: string): string {
  const link = /https?:\/\/\S+/.exec(body)?.[0];
  if (!link) throw new Error('the mail has no link');
  const { pathname, search } = new URL(link);
  return pathname + search;
}
