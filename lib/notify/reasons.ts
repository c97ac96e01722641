import type { ReviewOutcome } from '@/db/schema/onboarding';
import type { Locale } from '@/lib/i18n/locales';
import { translator } from '@/lib/i18n/translator';

/**
 * The reasons of a rejection as lines of text for mails: the field's name in the reader's words, then the reason.
 * @param labels catalog prefix of the field names, e.g. `merchant.field`
 */
export function reasonLines(outcome: ReviewOutcome | null, labels: string, locale: Locale): string {
  if (!outcome) return '';
  const t = translator(locale);
  const lines = outcome.reasons.map(({ field, rule, text }) => {
    const key = `${labels}.${field}`;
    const name = t.has(key) ? t(key) : field;
    const cited = rule ? ` [${rule}]` : '';
    return `· ${name}${cited}${locale === 'zh-CN' ? '：' : ': '}${text}`;
  });
  return [...lines, ...(outcome.note ? [outcome.note] : [])].join('\n');
}
