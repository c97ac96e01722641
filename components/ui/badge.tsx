import type { ReactNode } from 'react';
import { type Tone, ToneMark } from './tone';

/** A state or kind in one short word. `plain` leaves out the mark (for kinds, not states). */
export function Badge({
  tone = 'neutral',
  plain = false,
  children,
}: {
  tone?: Tone;
  plain?: boolean;
  children: ReactNode;
}) {
  return (
    <span className={`badge badge--${tone}${plain ? ' badge--plain' : ''}`}>
      {!plain && <ToneMark tone={tone} />}
      {children}
    </span>
  );
}
