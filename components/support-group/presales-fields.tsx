import { useTranslations } from 'next-intl';
import { Field } from '@/components/ui/field';
import { TextInput } from '@/components/ui/text-input';
import type { Presales } from '@/lib/records/support-group/queries';
import { HoursFields } from './hours-fields';

/** Numbers that the extension rings, and when (onboarding.md 7.2). */
export function PresalesFields({ presales, most }: { presales?: Presales; most: number }) {
  const t = useTranslations('supportGroup');
  const numbers = Array.from({ length: most }, (_, i) => `phone-${i}`);
  return (
    <div className="form">
      <Field
        name="phones[]"
        label={t('field.phones')}
        hint={t('hint.phones', { most })}
        required
        group
      >
        <div className="grid gap-2 sm:grid-cols-2">
          {numbers.map((key, index) => (
            <TextInput
              key={key}
              id={key}
              inputMode="tel"
              aria-label={t('numberOf', { index: index + 1 })}
              defaultValue={presales?.phones[index]}
            />
          ))}
        </div>
      </Field>
      <HoursFields hours={presales?.hours} />
    </div>
  );
}
