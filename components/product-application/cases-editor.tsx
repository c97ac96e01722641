'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { TextInput } from '@/components/ui/text-input';
import { Textarea } from '@/components/ui/textarea';
import type { CustomerCase } from '@/db/schema/product';
import { useUnfolding, useWizard } from './wizard-context';

/** Customer cases: add, edit, delete (products.md 3.4). */
export function CasesEditor() {
  const t = useTranslations('productApplication');
  const { data, proposal, set } = useWizard();
  const [open, setOpen] = useState<number>();
  useUnfolding('cases', setOpen);
  const { cases } = proposal;
  const change = (i: number, patch: Partial<CustomerCase>) =>
    set({ cases: cases.map((one, j) => (j === i ? { ...one, ...patch } : one)) });
  return (
    <div className="grid gap-3">
      {cases.map((one, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: cases have no other name than their place
        <div key={i} className="rounded-md border border-border p-4">
          <div className="flex flex-wrap items-center justify-between gap-2">
            <strong>{one.title || t('case', { number: i + 1 })}</strong>
            <span className="flex gap-2">
              <Button
                size="sm"
                aria-expanded={open === i}
                onClick={() => setOpen(open === i ? undefined : i)}
              >
                {t(open === i ? 'fold' : 'edit')}
              </Button>
              <Button
                size="sm"
                look="ghost"
                onClick={() => {
                  setOpen(undefined);
                  set({ cases: cases.filter((_, j) => j !== i) });
                }}
              >
                {t('remove')}
              </Button>
            </span>
          </div>
          {open === i ? (
            <div className="form mt-3">
              <Field name={`cases.${i}.title`} label={t('field.caseTitle')} required>
                <TextInput
                  value={one.title}
                  max={100}
                  onChange={(event) => change(i, { title: event.target.value })}
                />
              </Field>
              <Field name={`cases.${i}.background`} label={t('field.caseBackground')} required>
                <Textarea
                  rows={3}
                  max={2000}
                  value={one.background}
                  onChange={(event) => change(i, { background: event.target.value })}
                />
              </Field>
              <Field name={`cases.${i}.improvement`} label={t('field.caseImprovement')} required>
                <Textarea
                  rows={3}
                  max={2000}
                  value={one.improvement}
                  onChange={(event) => change(i, { improvement: event.target.value })}
                />
              </Field>
            </div>
          ) : (
            <CaseSummary index={i} one={one} />
          )}
        </div>
      ))}
      {cases.length < data.limits.cases && (
        <span>
          <Button
            size="sm"
            onClick={() => {
              set({ cases: [...cases, { title: '', background: '', improvement: '' }] });
              setOpen(cases.length);
            }}
          >
            {t('addCase')}
          </Button>
        </span>
      )}
    </div>
  );
}

/** A folded case: its first words, and what is wrong inside. */
function CaseSummary({ index, one }: { index: number; one: CustomerCase }) {
  return (
    <Field name={`cases.${index}[]`} group label={<span className="sr-only">{one.title}</span>}>
      <p className="line-clamp-2 text-[13px] text-muted">{one.background}</p>
    </Field>
  );
}
