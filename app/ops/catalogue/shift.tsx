import { ArrowDown, ArrowUp } from 'lucide-react';
import { ActionForm } from '@/components/ui/action-form';
import { SubmitButton } from '@/components/ui/submit-button';
import type { Translate } from '@/lib/i18n/translator';
import { shift } from './actions';

/** Changes places with the neighbour before or after. */
export function Shift({ t, id, name }: { t: Translate; id: string; name: string }) {
  return (
    <span className="inline-flex gap-1">
      {(['up', 'down'] as const).map((by) => (
        <ActionForm key={by} action={shift} hidden={{ id, by }}>
          <SubmitButton look="ghost" size="sm" aria-label={t(`event.${by}`, { name })}>
            {by === 'up' ? <ArrowUp aria-hidden="true" /> : <ArrowDown aria-hidden="true" />}
          </SubmitButton>
        </ActionForm>
      ))}
    </span>
  );
}
