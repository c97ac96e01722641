import { ArrowDown, ArrowUp } from 'lucide-react';
import { ActionForm } from '@/components/ui/action-form';
import { SubmitButton } from '@/components/ui/submit-button';
import type { Translate } from '@/lib/i18n/translator';
import { shift } from './actions';

/** Changes places with the neighbour before or after; which one is told by the button. */
export function Shift({ t, id, name }: { t: Translate; id: string; name: string }) {
  return (
    <ActionForm action={shift} hidden={{ id }}>
      <span className="inline-flex justify-end gap-1">
        {(['up', 'down'] as const).map((by) => (
          <SubmitButton
            key={by}
            name="by"
            value={by}
            look="ghost"
            size="sm"
            aria-label={t(`event.${by}`, { name })}
          >
            {by === 'up' ? <ArrowUp aria-hidden="true" /> : <ArrowDown aria-hidden="true" />}
          </SubmitButton>
        ))}
      </span>
    </ActionForm>
  );
}
