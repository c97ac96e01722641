import type { Tx } from '@/db/client';
import type { outbox } from '@/db/schema';
import type { Locale } from '@/lib/i18n/locales';

export type OutboxRow = typeof outbox.$inferSelect;
export type Channel = 'site' | 'mail' | 'sms';

/** One person or address that hears of an event, on the channels named. */
export interface Receiver {
  /** Account whose inbox gets the site message. */
  accountId?: string;
  merchantId?: string;
  email?: string;
  phone?: string;
  locale: Locale;
  channels: readonly Channel[];
}

export type NoticeValues = Record<string, string | number | bigint | Date>;

export interface Resolved {
  receivers: Receiver[];
  /**
   * Values for `<noun>.notice.<event>.<audience>.{subject,body,sms}`; bigint is money in fen, dates are shown in the
   * reader's zone. A function where a value is itself words of the reader's language.
   */
  params: NoticeValues | ((locale: Locale) => NoticeValues);
  /** Files that go along by mail. */
  fileIds?: readonly string[];
  /** Page the message leads to. */
  href?: string;
  /** Message type that merchants subscribe to, e.g. `product.created` (onboarding.md 7.4). */
  type: string;
}

/** Finds who hears of an event and with which values; null when it concerns nobody any more. */
export type Resolve = (context: { tx: Tx; row: OutboxRow; now: Date }) => Promise<Resolved | null>;

/** Audiences of one noun: `event.audience`, `audience` or `*` → how to find them. */
export type Notices = Record<string, Resolve>;
