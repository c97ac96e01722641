import { CircleDot } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { cx } from '@/components/ui/class-names';
import { DueIn } from './due-in';

/** Answer of `whoIsNext`, as far as the line shows it. */
export type Next = {
  party: string | null;
  /** Catalog key of what must be done. */
  key: string;
  dueAt: Date | null;
  overdue: boolean;
  /** Event that happens by itself at that moment. */
  byItself: string | null;
};

/**
 * Who must act, on what, by when, and what happens by itself if nobody does.
 * @param me the reader's side; their own turn stands out
 */
export function WhoIsNext({
  noun,
  next,
  now,
  me,
}: {
  noun: string;
  next: Next;
  now: Date;
  me?: 'buyer' | 'merchant' | 'operations';
}) {
  const all = useTranslations();
  const t = useTranslations('workflow.next');
  const mine = next.party !== null && next.party === me;
  return (
    <div
      className={cx('next', mine && 'next--mine', next.overdue && 'next--over')}
      data-party={next.party ?? 'none'}
    >
      <CircleDot aria-hidden="true" />
      <div className="min-w-0 flex-1">
        <p>
          <strong className="next__who">
            {next.party === null ? t('nobody') : mine ? t('you') : t(`party.${next.party}`)}
          </strong>
          {all.has(next.key) && <span>{all(next.key)}</span>}
        </p>
        {next.dueAt && next.byItself && (
          <p className="next__else">
            {t('otherwise', { event: all(`${noun}.event.${next.byItself}`) })}
          </p>
        )}
      </div>
      {next.dueAt && <DueIn due={next.dueAt} now={now} />}
    </div>
  );
}
