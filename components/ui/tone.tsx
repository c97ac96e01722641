/** What a colour means, everywhere: neutral = quiet or over, info = under way, then the usual three. */
export type Tone = 'neutral' | 'info' | 'success' | 'warning' | 'danger' | 'accent';

const MARKS: Record<Exclude<Tone, 'accent'>, string> = {
  neutral: 'M6 2.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7Z',
  info: 'M6 2a4 4 0 1 0 4 4M6 3.6V6l1.7 1.2',
  success: 'M2.5 6.4 5 8.8l4.6-5.4',
  warning: 'M6 2.2v4.6M6 9.2v.4',
  danger: 'M3 3l6 6M9 3l-6 6',
};

/** The small mark beside a state's word, so that colour never speaks alone. */
export function ToneMark({ tone }: { tone: Tone }) {
  if (tone === 'accent') return null;
  return (
    <svg viewBox="0 0 12 12" fill="none" aria-hidden="true">
      <path d={MARKS[tone]} stroke="currentColor" strokeWidth="1.6" strokeLinecap="round" />
    </svg>
  );
}
