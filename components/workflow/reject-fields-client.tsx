'use client';

import { useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { type Option, Select } from '@/components/ui/select';
import { Textarea } from '@/components/ui/textarea';

export type RejectFieldsProps = {
  /** Base name of the list in the form. */
  name: string;
  fields: Option[];
  /**
   * Rules that may be cited, with the sentence each stands for. `field` is where a rule belongs: a field or what its
   * name begins with, up to a dot; a rule without belongs everywhere.
   */
  rules?: (Option & { field?: string; sentence?: string })[];
  /** Every reason cites a rule. */
  ruleRequired?: boolean;
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
  ruleRequired,
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
  const added = useRef<HTMLFieldSetElement>(null);
  const add = () => {
    setLines((list) => [
      ...list,
      { key: Math.max(-1, ...list.map((line) => line.key)) + 1, field: '', rule: '', text: '' },
    ]);
    // The line is there after the next paint; the hands stay on the keyboard.
    requestAnimationFrame(() => added.current?.querySelector('select')?.focus());
  };
  return (
    <div className="grid gap-3">
      {lines.map((line, index) => {
        const own = rules.filter((rule) => !rule.field || belongs(line.field, rule.field));
        const fitting = own.length > 0 ? own : rules;
        return (
          <fieldset
            key={line.key}
            ref={index === lines.length - 1 ? added : undefined}
            className="reject-line"
          >
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
                <Field name={`${name}.${index}.rule`} label={words.rule} required={ruleRequired}>
                  <Select
                    options={fitting}
                    placeholder={ruleRequired ? '' : words.noRule}
                    value={line.rule}
                    onChange={(event) => {
                      const rule = rules.find(({ value }) => value === event.target.value);
                      change(line.key, {
                        rule: event.target.value,
                        text: isOwn(line.text, rules) ? line.text : (rule?.sentence ?? ''),
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

const belongs = (field: string, to: string) => field === to || field.startsWith(`${to}.`);

/** Whether the reviewer wrote it, so that another rule's sentence does not take its place. */
const isOwn = (text: string, rules: readonly { sentence?: string }[]) =>
  text.trim() !== '' && !rules.some(({ sentence }) => sentence === text);
