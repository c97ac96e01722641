import { getT } from '@/lib/i18n/server';
import type { Difference } from '@/lib/records/setting/differences';

/** So many are told one by one. */
const TOLD = 20;

/** What a version changed, one line each. */
export async function DifferenceList({ differences }: { differences: Difference[] }) {
  const t = await getT('settingTable.difference');
  if (differences.length === 0) return <span className="text-muted">{t('same')}</span>;
  const more = differences.length - TOLD;
  return (
    <ul className="grid gap-1">
      {differences.slice(0, TOLD).map((difference) => {
        const sentence = sentenceOf(difference, t);
        return <li key={sentence}>{sentence}</li>;
      })}
      {more > 0 && <li className="text-muted">{t('more', { count: more })}</li>}
    </ul>
  );
}

function sentenceOf(difference: Difference, t: Awaited<ReturnType<typeof getT>>): string {
  if (difference.kind === 'reordered') return t('reordered');
  if (difference.kind !== 'changed') return t(difference.kind, { what: difference.what });
  const { row, column, from, to } = difference;
  const said = { from: from || t('nothing'), to: to || t('nothing') };
  if (!column) return t('value', said);
  return row ? t('cell', { row, column, ...said }) : t('column', { column, ...said });
}
