import { setTimeout as pause } from 'node:timers/promises';
import { encode } from 'next-auth/jwt';
import { getDatabase } from '@/db/client';
import { wanted } from '@/db/factories/order';
import { sessions } from '@/db/schema';
import { newId } from '@/lib/ids';
import { placeOrder } from '@/lib/workflows/order/commands';
import type { Lane } from './lane';
import type { Outages } from './outages';
import { sure } from './sure';

/** Milliseconds between two looks at a page: the pages must not take the machine from the events. */
const PAUSE = 300;
/** The same after one that failed. */
const PATIENCE = 700;

export interface Visits {
  visits: number;
  /** Orders that were paid on their page. */
  paid: number;
  /** Requests that failed while site or database had been killed. */
  failedWhileDown: number;
  /** Requests that failed although both were there: why, each. */
  failedWhileUp: string[];
}

/** Pays orders through the site's own form, as a browser without script does, until told to stop. */
export async function visit(
  lane: Lane,
  { base, outages, stopped }: { base: string; outages: Outages; stopped: () => boolean },
): Promise<Visits> {
  const { company, journal } = lane;
  const { buyer, sold } = company;
  const cookie = await signIn(buyer.accountId);
  const result: Visits = { visits: 0, paid: 0, failedWhileDown: 0, failedWhileUp: [] };
  while (!stopped()) {
    const form = wanted({ ...sold, price: BigInt(sold.price) });
    const placed = await sure(journal, 'order.open', () => placeOrder(buyer, form));
    if (!placed) continue;
    for (let paid = false; !paid && !stopped(); ) {
      const since = Date.now();
      try {
        result.visits += 1;
        paid = await payOnPage(`${base}/buyer/orders/${placed.id}/pay`, cookie);
      } catch (error) {
        if (outages.during(since, Date.now())) result.failedWhileDown += 1;
        else result.failedWhileUp.push(`${reason(error)} after ${Date.now() - since} ms`);
        await pause(PATIENCE);
      }
      if (paid) result.paid += 1;
      await pause(PAUSE);
    }
  }
  return result;
}

const reason = (error: unknown): string => {
  const { message = '', cause } = error as { message?: string; cause?: { code?: string } };
  return [message, cause?.code].filter(Boolean).join(' ');
};

async function signIn(accountId: string): Promise<string> {
  const id = newId('session');
  const now = new Date();
  const expiresAt = new Date(now.getTime() + 3_600_000);
  await getDatabase()
    .insert(sessions)
    .values({ id, accountId, createdAt: now, lastSeenAt: now, expiresAt });
  const token = await encode({
    token: { sid: id },
    secret: process.env.AUTH_SECRET ?? '',
    maxAge: 3600,
  });
  return `next-auth.session-token=${token}; locale=zh-CN`;
}

/** @returns whether the order is paid: its pay page leads on. */
async function payOnPage(address: string, cookie: string): Promise<boolean> {
  const signal = AbortSignal.timeout(30_000);
  const page = await fetch(address, { headers: { cookie }, redirect: 'manual', signal });
  if (page.status >= 300 && page.status < 400) return true;
  if (!page.ok) throw new Error(`${page.status}`);
  const html = await page.text();
  const form = html
    .split('<form')
    .find((part) => /name="\$ACTION_/.test(part) && /name="id"/.test(part));
  if (!form) throw new Error('no form');
  const body = new FormData();
  for (const [, tag = ''] of form.slice(0, form.indexOf('</form>')).matchAll(/<input([^>]*)>/g)) {
    const of = (name: string) => new RegExp(`${name}="([^"]*)"`).exec(tag)?.[1];
    const name = of('name');
    if (name) body.append(plain(name), plain(of('value') ?? ''));
  }
  const answer = await fetch(address, {
    method: 'POST',
    body,
    headers: { cookie },
    redirect: 'manual',
    signal,
  });
  if (answer.status >= 400) throw new Error(`${answer.status}`);
  await answer.text();
  return false;
}

const plain = (text: string) =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
