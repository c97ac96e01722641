'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { TextInput } from '@/components/ui/text-input';

interface Stretch {
  days: number[];
  from: string;
  to: string;
}

const DAYS = [1, 2, 3, 4, 5, 6, 7];
const WEEK: Stretch = { days: [1, 2, 3, 4, 5], from: '09:00', to: '18:00' };
const MOST = 5;

/** Weekdays with their hours; another line for days that differ. */
export function HoursFields({ hours, hint }: { hours?: readonly Stretch[]; hint?: string }) {
  const t = useTranslations('supportGroup');
  const [lines, setLines] = useState(() =>
    (hours && hours.length > 0 ? hours : [WEEK]).map((line, key) => ({ ...line, key })),
  );
  return (
    <Field name="hours" label={t('field.hours')} hint={hint} required group>
      <div className="grid gap-3">
        {lines.map(({ key, days, from, to }, index) => (
          <div key={key} className="grid gap-2">
            <Field name={`hours.${index}.days[]`} label={t('field.days')} group>
              <div className="flex flex-wrap gap-x-4 gap-y-1">
                {DAYS.map((day) => (
                  <Checkbox key={day} value={day} defaultChecked={days.includes(day)}>
                    {t(`day.${day}`)}
                  </Checkbox>
                ))}
              </div>
            </Field>
            <div className="form__row">
              <Field name={`hours.${index}.from`} label={t('field.from')}>
                <TextInput type="time" defaultValue={from} />
              </Field>
              <Field name={`hours.${index}.to`} label={t('field.to')}>
                <TextInput type="time" defaultValue={to} />
              </Field>
            </div>
            {lines.length > 1 && (
              <span>
                <Button
                  size="sm"
                  look="ghost"
                  onClick={() => setLines((list) => list.filter((line) => line.key !== key))}
                >
                  {t('removeLine')}
                </Button>
              </span>
            )}
          </div>
        ))}
        {lines.length < MOST && (
          <span>
            <Button
              size="sm"
              onClick={() =>
                setLines((list) => [
                  ...list,
                  {
                    days: [6],
                    from: '09:00',
                    to: '12:00',
                    key: Math.max(...list.map((l) => l.key)) + 1,
                  },
                ])
              }
            >
              {t('addLine')}
            </Button>
          </span>
        )}
      </div>
    </Field>
  );
}
