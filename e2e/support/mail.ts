import { expect } from '@playwright/test';
import { siteDatabase } from './sign-in';

/** The newest mail to an address under such a subject, once the worker has written it. */
export async function mailTo(address: string, subject: string | RegExp): Promise<string> {
  const sql = siteDatabase();
  const wanted = (title: string) =>
    typeof subject === 'string' ? title.includes(subject) : subject.test(title);
  try {
    let body: string | undefined;
    await expect
      .poll(
        async () => {
          const mails = await sql<{ subject: string; body: string }[]>`
            select subject, body from message
            where address = ${address} and channel = 'mail' order by id desc limit 10`;
          body = mails.find((mail) => wanted(mail.subject))?.body;
          return body === undefined ? mails.map((mail) => mail.subject) : 'found';
        },
        { message: `a mail to ${address} about ${subject}`, timeout: 20_000 },
      )
      .toBe('found');
    return body ?? '';
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
