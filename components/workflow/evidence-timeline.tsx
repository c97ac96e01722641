import { useLocale, useTranslations } from 'next-intl';
import { Timeline } from '@/components/ui/timeline';
import { fileAddress } from '@/components/ui/upload';
import { formatDateTime } from '@/lib/i18n/format';
import { DEFAULT_LOCALE, isLocale } from '@/lib/i18n/locales';
import { saidIn } from './said-in';
import { toneOf } from './tones';

/** What the timeline needs of an evidence row. */
export type EvidenceEntry = {
  id: string;
  at: Date;
  actor: Record<string, string>;
  noun: string;
  event: string;
  fromState?: string | null;
  toState: string | null;
  data: Record<string, unknown>;
  /** With `sha256` the digest is shown, so that a downloaded copy can be compared. */
  files: { id: string; name: string; sha256?: string }[];
};

/**
 * The log of one object: who did what, when, in which words, with which files; newest first.
 * @param names what to call an account; without one its side is named
 * @param sides whether to say on whose side people act; not where all of them are colleagues
 * @param addresses whose network addresses the reader may see: an actor kind, or `all`
 */
export function EvidenceTimeline({
  rows,
  names = {},
  sides = true,
  addresses,
}: {
  rows: EvidenceEntry[];
  names?: Record<string, string>;
  sides?: boolean;
  addresses?: 'buyer' | 'member' | 'all';
}) {
  const all = useTranslations();
  const t = useTranslations('workflow.side');
  const locale = useLocale();
  const language = isLocale(locale) ? locale : DEFAULT_LOCALE;
  const items = [...rows].reverse().map((row) => {
    const name = names[row.actor.accountId ?? ''];
    const side = (sides || !name) && t.has(row.actor.kind ?? '') ? t(row.actor.kind ?? '') : '';
    const key = `${row.noun}.event.${row.event}`;
    const said = saidIn(row.data);
    const stateKey = `${row.noun}.state.${row.toState}`;
    const moved = row.toState && row.toState !== row.fromState && all.has(stateKey);
    const address = addresses === 'all' || addresses === row.actor.kind ? row.actor.ip : undefined;
    return {
      id: row.id,
      tone: row.toState ? toneOf(row.noun, row.toState) : ('neutral' as const),
      title: all.has(key) ? all(key) : row.event,
      meta: [name, side, formatDateTime(row.at, language), address].filter(Boolean).join(' · '),
      children: (said || moved || row.files.length > 0) && (
        <>
          {moved && <p className="timeline__moved">→ {all(stateKey)}</p>}
          {said && <p className="timeline__said">{said}</p>}
          {row.files.map((file) => (
            <a
              key={file.id}
              className="link block"
              href={fileAddress(file.id)}
              target="_blank"
              rel="noreferrer"
            >
              {file.name}
              {file.sha256 && (
                <code className="timeline__digest" title={`SHA-256 ${file.sha256}`}>
                  {file.sha256.slice(0, 10)}
                </code>
              )}
            </a>
          ))}
        </>
      ),
    };
  });
  if (items.length === 0) return <p className="text-muted">{all('workflow.noLog')}</p>;
  return <Timeline items={items} />;
}
