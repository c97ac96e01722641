import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { toneOf } from './tones';

/** A workflow's state in words and colour: `<noun>.state.<state>`. */
export function StateBadge({ noun, state }: { noun: string; state: string }) {
  const t = useTranslations();
  return <Badge tone={toneOf(noun, state)}>{t(`${noun}.state.${state}`)}</Badge>;
}

/** The same for a cell of the table (kind `badge`). */
export function stateCell(t: (key: string) => string, noun: string, state: string) {
  return { text: t(`${noun}.state.${state}`), tone: toneOf(noun, state) };
}
