import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LOCALES, type Locale } from './locales';

/** A catalog: `order.json` becomes the top-level key `order`. */
export type Messages = { [key: string]: string | Messages };

const catalogs = new Map<Locale, Messages>();

/** The folder that holds one folder of JSON catalogs per locale. */
export function messagesFolder(): string {
  return join(/* turbopackIgnore: true */ process.cwd(), 'lib', 'i18n', 'messages');
}

/**
 * All sentences of one locale, merged by file name. Read from disk, so that it works the same in
 * the web server, the worker and tests; kept in memory in production only.
 */
export function loadMessages(locale: Locale): Messages {
  const kept = catalogs.get(locale);
  if (kept) return kept;
  const folder = join(messagesFolder(), locale);
  const all: Messages = {};
  for (const file of readdirSync(folder).sort()) {
    if (!file.endsWith('.json')) continue;
    all[file.slice(0, -'.json'.length)] = JSON.parse(readFileSync(join(folder, file), 'utf8'));
  }
  if (process.env.NODE_ENV === 'production') catalogs.set(locale, all);
  return all;
}

/** Every catalog of every locale. */
export function loadAllMessages(): Record<Locale, Messages> {
  return Object.fromEntries(LOCALES.map((l) => [l, loadMessages(l)])) as Record<Locale, Messages>;
}
