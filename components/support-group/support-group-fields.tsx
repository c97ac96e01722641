import { useTranslations } from 'next-intl';
import { Field } from '@/components/ui/field';
import { TextInput } from '@/components/ui/text-input';
import { Textarea } from '@/components/ui/textarea';
import type { SupportGroup } from '@/lib/records/support-group/queries';
import { HoursFields } from './hours-fields';

/** The fields of an after-sales group (onboarding.md 7.2). */
export function SupportGroupFields({
  group,
  limits,
}: {
  group?: SupportGroup;
  limits: { days: number; hours: number };
}) {
  const t = useTranslations('supportGroup');
  return (
    <div className="form">
      <Field name="name" label={t('field.name')} hint={t('hint.name')} required>
        <TextInput max={40} defaultValue={group?.name} />
      </Field>
      <Field name="content" label={t('field.content')} required>
        <Textarea rows={3} max={500} defaultValue={group?.content} />
      </Field>
      <HoursFields hours={group?.hours} hint={t('hint.hours', limits)} />
      <div className="form__row">
        <Field name="phone" label={t('field.phone')} required>
          <TextInput inputMode="tel" defaultValue={group?.phone} />
        </Field>
        <Field name="email" label={t('field.email')} required>
          <TextInput inputMode="email" defaultValue={group?.email} />
        </Field>
      </div>
    </div>
  );
}
