import { eq } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { accounts } from '@/db/schema';
import { env } from '@/lib/env';
import type { Channel, Notices, OutboxRow, Resolve } from '../define';

const link = (path: string) => new URL(path, env().BASE_URL).toString();

/** The account the notice is about, on the channels named. */
const toSelf =
  (channels: readonly Channel[], params: (row: OutboxRow) => Record<string, string>): Resolve =>
  async ({ tx, row }) => {
    const account = await findAccount(tx, row.subjectId);
    if (!account) return null;
    return {
      type: 'account.security',
      receivers: [
        {
          accountId: account.id,
          email: account.email,
          locale: account.locale === 'en' ? 'en' : 'zh-CN',
          channels,
        },
      ],
      params: { name: account.name, at: row.createdAt, ...params(row) },
    };
  };

async function findAccount(tx: Tx, id: string) {
  const [account] = await tx.select().from(accounts).where(eq(accounts.id, id));
  return account;
}

const given = (row: OutboxRow, ...names: string[]) =>
  Object.fromEntries(names.map((name) => [name, String(row.params[name] ?? '')]));

const verification = toSelf(['mail'], (row) => ({
  ...given(row, 'hours'),
  link: link(`/verify-email?token=${row.params.token}`),
}));

/** Mails with links go out by mail alone; what happened to an account is also kept in its inbox. */
export const accountNotices: Notices = {
  'signUp.self': verification,
  'resendVerification.self': verification,
  'signUpAgain.self': toSelf(['mail'], () => ({ link: link('/forgot-password') })),
  'forgotPassword.self': toSelf(['mail'], (row) => ({
    ...given(row, 'minutes'),
    link: link(`/reset-password?token=${row.params.token}`),
  })),
  self: toSelf(['site', 'mail'], () => ({})),
};
