import { createTranslator } from 'use-intl/core';
import { type Locale, TIME_ZONE } from './locales';
import { loadMessages } from './messages';

/** What a sentence may be filled with. */
export type Values = Record<string, string | number | bigint | Date>;

/** Turns a key and values into a sentence. `has` tells whether the key exists. */
export type Translate = ((key: string, values?: Values) => string) & {
  has: (key: string) => boolean;
};

/**
 * A translator outside of a request: mails, SMS, action errors, the worker, tests.
 * @param namespace prefix for every key, e.g. `order.notice`
 */
export function translator(locale: Locale, namespace?: string): Translate {
  const t = createTranslator({
    locale,
    messages: loadMessages(locale),
    timeZone: TIME_ZONE,
    onError: () => {},
    getMessageFallback: ({ key, namespace: ns }) => (ns ? `${ns}.${key}` : key),
  });
  const say = t as unknown as Translate;
  const full = (key: string) => (namespace ? `${namespace}.${key}` : key);
  const translate = (key: string, values?: Values) => say(full(key), values);
  return Object.assign(translate, { has: (key: string) => say.has(full(key)) });
}
