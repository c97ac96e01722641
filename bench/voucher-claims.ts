// npm run bench:claims -- [CUSTOMERS] [PIECES]: a thousand customers claim a batch of one hundred at once over HTTP, at
// the site of BENCH_URL, whose database and secret DATABASE_URL and AUTH_SECRET name (a demo, or one to throw away).
import { encode } from 'next-auth/jwt';
import { closeDatabase, getDatabase } from '@/db/client';
import { makeSold } from '@/db/factories/order';
import { issueVoucher } from '@/db/factories/voucher';
import { accounts, sessions } from '@/db/schema';
import { env } from '@/lib/env';
import { newId } from '@/lib/ids';
import { createMerchant } from '@/lib/testing/actors';
import { getVoucher } from '@/lib/workflows/voucher/queries';
import { explain } from '../bin/lib/explain';

const HOUR = 3_600_000;
const site = process.env.BENCH_URL ?? 'http://127.0.0.1:3000';

/** Customers with a session each; answers their cookies. */
async function cookies(count: number): Promise<string[]> {
  const now = new Date();
  const people = Array.from({ length: count }, () => ({
    id: newId('account'),
    sid: newId('session'),
  }));
  await getDatabase()
    .insert(accounts)
    .values(
      people.map(({ id }) => ({
        id,
        email: `${id}@bench.example`,
        name: id.slice(-8),
        emailVerifiedAt: now,
        createdAt: now,
        updatedAt: now,
      })),
    );
  await getDatabase()
    .insert(sessions)
    .values(
      people.map(({ id, sid }) => ({
        id: sid,
        accountId: id,
        createdAt: now,
        lastSeenAt: now,
        expiresAt: new Date(now.getTime() + HOUR),
      })),
    );
  const secret = env().AUTH_SECRET;
  return Promise.all(
    people.map(
      async ({ sid }) =>
        `next-auth.session-token=${await encode({ token: { sid }, secret, maxAge: 3600 })}`,
    ),
  );
}

/** What the browser itself sends for the claim form of a page, without script. */
async function claimForm(page: string, cookie: string): Promise<FormData> {
  const html = await (await fetch(page, { headers: { cookie } })).text();
  const form = /<form[^>]*>(?:(?!<\/form>)[\s\S])*?name="voucherId"[\s\S]*?<\/form>/.exec(
    html,
  )?.[0];
  if (!form) throw new Error('The page offers no voucher.');
  const plain = (text: string) => text.replaceAll('&quot;', '"').replaceAll('&amp;', '&');
  const data = new FormData();
  for (const [input] of form.matchAll(/<input[^>]*>/g)) {
    const of = (name: string) => new RegExp(` ${name}="([^"]*)"`).exec(input)?.[1] ?? '';
    if (of('name')) data.append(plain(of('name')), plain(of('value')));
  }
  return data;
}

try {
  const customers = Number(process.argv[2] ?? 1000);
  const pieces = Number(process.argv[3] ?? 100);
  const merchant = await createMerchant();
  const sold = await makeSold(merchant, 100_000n);
  const batch = await issueVoucher(merchant.owner, sold.productId, { quantity: String(pieces) });
  const page = `${site}/products/${sold.productId}`;
  const all = await cookies(customers);
  const form = await claimForm(page, all[0] ?? '');
  const since = performance.now();
  const times = await Promise.all(
    all.map(async (cookie) => {
      const answer = await fetch(page, {
        method: 'POST',
        body: form,
        headers: { cookie, origin: site },
      });
      await answer.arrayBuffer();
      return { status: answer.status, ms: performance.now() - since };
    }),
  );
  const seconds = (performance.now() - since) / 1000;
  const figures = (await getVoucher(merchant.owner, batch.id))?.figures;
  const late = times.map(({ ms }) => ms).sort((a, b) => a - b);
  const at = (part: number) =>
    `${((late[Math.floor(late.length * part)] ?? 0) / 1000).toFixed(1)} s`;
  const failed = times.filter(({ status }) => status >= 500).length;
  console.log(
    [
      `${customers} customers, ${pieces} pieces: given ${figures?.given}, left ${figures?.left}, answers above 499: ${failed}`,
      `all answered in ${seconds.toFixed(1)} s, ${Math.round(customers / seconds)} a second; half by ${at(0.5)}, 99 % by ${at(0.99)}`,
    ].join('\n'),
  );
  if (failed > 0 || figures?.given !== Math.min(pieces, customers)) process.exitCode = 1;
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
} finally {
  await closeDatabase();
}
