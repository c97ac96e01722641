import { cx } from '@/components/ui/class-names';
import { fileAddress } from '@/components/ui/upload';
import { saidIn } from '@/components/workflow/said-in';
import type { EvidenceRow } from '@/lib/audit/hash';
import { getFormat, getT } from '@/lib/i18n/server';

const SIDE: Record<string, 'buyer' | 'merchant'> = { buyer: 'buyer', member: 'merchant' };

/**
 * The whole story of an order in order of time, each side in its own column, so that what both say and bring can be
 * held against each other; what the house and the system did runs across.
 */
export async function EvidenceStream({
  rows,
  buyer,
  merchant,
}: {
  /** Oldest first. */
  rows: EvidenceRow[];
  buyer: string;
  merchant: string;
}) {
  const [t, all, format] = await Promise.all([getT('appeal'), getT(), getFormat()]);
  return (
    <div>
      <div className="mb-3 hidden gap-4 text-[13px] font-medium text-muted md:grid md:grid-cols-2">
        <p>{`${t('side.buyer')} · ${buyer}`}</p>
        <p>{`${t('side.merchant')} · ${merchant}`}</p>
      </div>
      <ol className="grid gap-3 md:grid-cols-2 md:gap-x-4">
        {rows.map((row) => {
          const side = SIDE[row.actor.kind ?? ''];
          const key = `${row.noun}.event.${row.event}`;
          const stateKey = `${row.noun}.state.${row.toState}`;
          const moved = row.toState && row.toState !== row.fromState && all.has(stateKey);
          const said = saidIn(row.data);
          const who = side
            ? t(`side.${side}`)
            : all(`workflow.side.${row.actor.kind === 'operator' ? 'operator' : 'system'}`);
          const line = (
            <>
              <span className={cx(side && 'font-medium')}>
                {all.has(key) ? all(key) : row.event}
              </span>
              <span className="num text-[12px] text-muted">
                {[side ? undefined : who, format.dateTime(row.at), row.actor.ip]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
              {moved && <span className="text-[12px] text-muted">→ {all(stateKey)}</span>}
            </>
          );
          return (
            <li
              key={row.id}
              data-side={side ?? 'house'}
              className={cx(
                'min-w-0',
                side === 'buyer' && 'md:col-start-1',
                side === 'merchant' && 'md:col-start-2',
                side
                  ? 'rounded-lg border border-separator bg-surface px-4 py-3'
                  : 'border-l-2 border-separator pl-3 md:col-span-2',
              )}
            >
              <p className="flex flex-wrap items-baseline gap-x-3">
                {side && <span className="text-[12px] text-muted md:hidden">{who}</span>}
                {line}
              </p>
              {said && <p className="mt-1 break-words whitespace-pre-line">{said}</p>}
              {row.files.length > 0 && (
                <ul className="mt-2 grid gap-1">
                  {row.files.map((file) => (
                    <li key={file.id} className="min-w-0">
                      <a
                        className="link block break-words"
                        href={fileAddress(file.id)}
                        target="_blank"
                        rel="noreferrer"
                      >
                        {file.name}
                        <code className="timeline__digest" title={`SHA-256 ${file.sha256}`}>
                          {file.sha256.slice(0, 10)}
                        </code>
                      </a>
                    </li>
                  ))}
                </ul>
              )}
            </li>
          );
        })}
      </ol>
    </div>
  );
}
