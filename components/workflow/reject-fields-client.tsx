'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { type Option, Select } from '@/components/ui/select';
import { Textarea } from '@/components/ui/textarea';

export type RejectFieldsProps = {
  /** Base name of the list in the form. */
  name: string;
  fields: Option[];
  /** Rules that may be cited, with the sentence each stands for. */
  rules?: (Option & { field?: string; sentence?: string })[];
  /** Lines to start with, e.g. for the checks that failed. */
  start?: { field: string; rule?: string; text?: string }[];
  /** Characters per reason. */
  max?: number;
  words: Record<'field' | 'rule' | 'noRule' | 'text' | 'add' | 'remove', string>;
};

type Line = { key: number; field: string; rule: string; text: string };

export function RejectFieldsClient({
  name,
  fields,
  rules = [],
  start = [],
  max = 500,
  words,
}: RejectFieldsProps) {
  const [lines, setLines] = useState<Line[]>(() => {
    const given = start.length > 0 ? start : [{ field: '' }];
    return given.map((line, key) => ({ key, rule: '', text: '', ...line }));
  });
  const change = (key: number, values: Partial<Line>) =>
    setLines((list) => list.map((line) => (line.key === key ? { ...line, ...values } : line)));
  const add = () =>
    setLines((list) => [
      ...list,
      { key: Math.max(-1, ...list.map((line) => line.key)) + 1, field: '', rule: '', text: '' },
    ]);
  return (
    <div className="grid gap-3">
      {lines.map((line, index) => {
        const fitting = rules.filter((rule) => !rule.field || rule.field === line.field);
        return (
          <fieldset key={line.key} className="reject-line">
            <div className="form__row">
              <Field name={`${name}.${index}.field`} label={words.field} required>
                <Select
                  options={fields}
                  placeholder=""
                  value={line.field}
                  onChange={(event) => change(line.key, { field: event.target.value, rule: '' })}
                />
              </Field>
              {rules.length > 0 && (
                <Field name={`${name}.${index}.rule`} label={words.rule}>
                  <Select
                    options={fitting}
                    placeholder={words.noRule}
                    value={line.rule}
                    onChange={(event) => {
                      const rule = rules.find(({ value }) => value === event.target.value);
                      change(line.key, {
                        rule: event.target.value,
                        text: line.text || (rule?.sentence ?? ''),
                      });
                    }}
                  />
                </Field>
              )}
            </div>
            <Field name={`${name}.${index}.text`} label={words.text} required>
              <Textarea
                rows={2}
                max={max}
                value={line.text}
                onChange={(event) => change(line.key, { text: event.target.value })}
              />
            </Field>
            {lines.length > 1 && (
              <Button
                size="sm"
                look="ghost"
                onClick={() => setLines((list) => list.filter(({ key }) => key !== line.key))}
              >
                {words.remove}
              </Button>
            )}
          </fieldset>
        );
      })}
      <span>
        <Button size="sm" onClick={add}>
          {words.add}
        </Button>
      </span>
    </div>
  );
}
