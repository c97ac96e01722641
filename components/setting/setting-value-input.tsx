'use client';

import { useTranslations } from 'next-intl';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import type { Cells, CellsByColumn } from '@/lib/records/setting/cells';
import type { Shape } from '@/lib/records/setting/shape';
import { CellInput } from './cell-input';
import { RecordCells } from './record-cells';
import { RowsEditor } from './rows-editor';

/** A rule's value as its form needs it; all of it plain data. */
export type SettingForm = {
  shape: Shape;
  cells: Cells;
  /** What each row is called, where the value has rows. */
  titles: string[];
  /** A new row, where the value has rows. */
  blank: CellsByColumn;
  /** Sentences by catalog key: names of columns and values. */
  words: Record<string, string>;
};

/** The new value of a rule, in the form that suits its shape. */
export function SettingValueInput({ shape, cells, titles, blank, words }: SettingForm) {
  const t = useTranslations('setting');
  const label = t('field.newValue');
  switch (shape.kind) {
    case 'rows':
      return (
        <Field name="cells" label={label} group>
          <RowsEditor
            shape={shape}
            rows={cells as CellsByColumn[]}
            titles={titles}
            blank={blank}
            words={words}
          />
        </Field>
      );
    case 'record':
      return (
        <div className="form__row">
          <RecordCells name="cells" shape={shape} cells={cells as CellsByColumn} words={words} />
        </div>
      );
    case 'switch':
      return (
        <Field name="cells" label={label} required>
          <Select
            defaultValue={cells === 'true' ? 'true' : 'false'}
            options={[
              { value: 'true', label: t('yes') },
              { value: 'false', label: t('no') },
            ]}
          />
        </Field>
      );
    default:
      return <CellInput name="cells" label={label} shape={shape} cells={cells} words={words} />;
  }
}
