'use client';

import { useTranslations } from 'next-intl';
import { Checkbox } from '@/components/ui/checkbox';
import { DateInput } from '@/components/ui/date-input';
import { Field } from '@/components/ui/field';
import { MoneyInput } from '@/components/ui/money-input';
import { NumberInput } from '@/components/ui/number-input';
import { Select } from '@/components/ui/select';
import { TextInput } from '@/components/ui/text-input';
import { Textarea } from '@/components/ui/textarea';
import type { Cells } from '@/lib/records/setting/cells';
import { type Leaf, optionKey } from '@/lib/records/setting/shape';

export type CellInputProps = {
  name: string;
  label: string;
  hint?: string;
  shape: Leaf;
  cells: Cells;
  /** Sentences by catalog key. */
  words: Record<string, string>;
};

/** One value with the control that suits it. */
export function CellInput({ name, label, hint, shape, cells, words }: CellInputProps) {
  const t = useTranslations('setting');
  const table = useTranslations('settingTable');
  const many = shape.kind === 'choices' || shape.kind === 'list';
  return (
    <Field
      name={many ? `${name}[]` : name}
      label={label}
      hint={hint ?? usualHint(shape, t, table)}
      group={shape.kind === 'choices' || (shape.kind === 'switch' && !shape.absent)}
      required={
        shape.kind === 'text'
          ? shape.filled
          : !shape.absent && (shape.kind === 'choice' || shape.kind === 'number')
      }
    >
      <Control shape={shape} cells={cells} words={words} />
    </Field>
  );
}

function Control({ shape, cells, words }: Pick<CellInputProps, 'shape' | 'cells' | 'words'>) {
  const t = useTranslations('setting');
  const table = useTranslations('settingTable');
  const text = typeof cells === 'string' ? cells : '';
  const list = Array.isArray(cells) ? cells.map(String) : [];
  switch (shape.kind) {
    case 'switch':
      return shape.absent ? (
        <Select
          defaultValue={text}
          placeholder={table('any')}
          options={[
            { value: 'true', label: t('yes') },
            { value: 'false', label: t('no') },
          ]}
        />
      ) : (
        <Checkbox value="true" defaultChecked={text === 'true'}>
          {t('yes')}
        </Checkbox>
      );
    case 'choice':
      return (
        <Select
          defaultValue={text}
          placeholder={placeholderOf(shape, table)}
          options={offered(shape, [text], words)}
        />
      );
    case 'choices':
      return (
        <div className="cell-choices">
          {offered(shape, list, words).map(({ value, label }) => (
            <Checkbox key={value} value={value} defaultChecked={list.includes(value)}>
              {label}
            </Checkbox>
          ))}
        </div>
      );
    case 'list': {
      const typed = list[0] ?? '';
      return shape.item.kind === 'number' ? (
        <TextInput defaultValue={typed} inputMode="decimal" suffix={suffixOf(shape.item, t)} />
      ) : (
        <Textarea defaultValue={typed} rows={Math.min(12, typed.split('\n').length + 1)} />
      );
    }
    case 'number':
      if (shape.unit === 'fen') return <MoneyInput defaultValue={text} />;
      if (shape.unit === 'bytes') return <TextInput defaultValue={text} />;
      return <NumberInput defaultValue={text} decimal suffix={suffixOf(shape, t)} />;
    case 'date':
      return <DateInput defaultValue={text} />;
    default:
      return <TextInput defaultValue={text} />;
  }
}

type Translate = ReturnType<typeof useTranslations>;

function usualHint(shape: Leaf, t: Translate, table: Translate): string | undefined {
  if (shape.kind === 'number' && shape.unit === 'bytes') return t('hint.bytes');
  if (shape.kind !== 'list') return undefined;
  return table(shape.item.kind === 'number' ? 'manyNumbers' : 'onePerLine');
}

const placeholderOf = (shape: Leaf, t: Translate) =>
  t(shape.absent === 'null' ? 'none' : shape.absent ? 'any' : 'choose');

const suffixOf = (shape: Leaf, t: Translate) =>
  shape.kind === 'number' && shape.unit ? t(`unitName.${shape.unit}`) : undefined;

/** What can be chosen, and what is chosen though it is offered no longer. */
function offered(
  shape: Extract<Leaf, { kind: 'choice' | 'choices' }>,
  chosen: string[],
  words: Record<string, string>,
) {
  const others = chosen.filter((value) => value && !shape.options.includes(value));
  return [...shape.options, ...others].map((value) => ({
    value,
    label: words[optionKey(shape.words, value)] ?? value,
  }));
}
