import { useTranslations } from 'next-intl';
import { DateInput } from '@/components/ui/date-input';
import { Field } from '@/components/ui/field';
import { Textarea } from '@/components/ui/textarea';
import { EventButton } from '@/components/workflow/event-button';
import type { StandingState } from '@/db/schema/standing';
import { standing as machine } from '@/lib/workflows/standing/machine';
import { blacklist, expel, restore, yellowList } from '../../standing/actions';

const DECISIONS = [
  ['restore', restore, false],
  ['yellowList', yellowList, true],
  ['blacklist', blacklist, true],
  ['expel', expel, false],
] as const;

/** What an administrator may decide about a merchant from where it stands, each with what it leads to. */
export function StandingButtons({
  merchant,
  state,
}: {
  merchant: { id: string; name: string };
  state: StandingState;
}) {
  const t = useTranslations('standing');
  const possible = DECISIONS.filter(([event]) => {
    const from: readonly string[] = machine.events[event].from as readonly string[];
    return from.includes(state);
  });
  return possible.map(([event, action, withEnd]) => (
    <EventButton
      key={event}
      noun="standing"
      event={event}
      row={{ id: merchant.id }}
      action={action}
      danger={event === 'expel' || event === 'blacklist'}
      consequences={[
        { label: t('ops.who'), value: merchant.name },
        { label: t('ops.products'), value: t(`ops.${event}.products`) },
        ...(event === 'expel' ? [{ label: t('ops.shop'), value: t('ops.expel.shop') }] : []),
        { label: t('ops.orders'), value: t('ops.ordersStay') },
      ]}
      success={t(`ops.${event}.done`)}
    >
      {withEnd && (
        <Field name="until" label={t('field.until')} hint={t('ops.untilHint')} required>
          <DateInput />
        </Field>
      )}
      <Field name="reason" label={t('field.reason')} hint={t('ops.reasonHint')} required>
        <Textarea max={1000} rows={4} />
      </Field>
    </EventButton>
  ));
}
