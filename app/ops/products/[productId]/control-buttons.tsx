import { useTranslations } from 'next-intl';
import { Field } from '@/components/ui/field';
import { Textarea } from '@/components/ui/textarea';
import { EventButton } from '@/components/workflow/event-button';
import { delist, freeze, unfreeze } from '../actions';

const CONTROLS = [
  ['freeze', freeze, true],
  ['unfreeze', unfreeze, false],
  ['delistForBreach', delist, true],
] as const;

/** What operations may do to a product, each with its reason and what will happen. */
export function ControlButtons({
  product,
  merchantName,
  events,
}: {
  product: { id: string; version: number; name: string };
  merchantName: string;
  /** Events that this operator may fire now. */
  events: string[];
}) {
  const t = useTranslations('opsProduct');
  return CONTROLS.filter(([event]) => events.includes(event)).map(([event, action, danger]) => (
    <EventButton
      key={event}
      noun="product"
      event={event}
      row={{ id: product.id, version: product.version }}
      action={action}
      look={danger ? 'outline' : 'primary'}
      danger={danger}
      consequences={[
        { label: t('field.product'), value: product.name },
        { label: t('confirm.buyers'), value: t(`${event}.buyers`) },
        { label: t('confirm.orders'), value: t('confirm.ordersStay') },
        { label: t('confirm.merchant'), value: t(`${event}.merchant`, { name: merchantName }) },
      ]}
      success={t(`${event}.done`)}
    >
      <Field name="reason" label={t(`${event}.reason`)} hint={t('hint.reason')} required>
        <Textarea max={500} rows={3} />
      </Field>
    </EventButton>
  ));
}
