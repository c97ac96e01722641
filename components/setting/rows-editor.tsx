'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { useFormState } from '@/components/ui/form-context';
import type { CellsByColumn } from '@/lib/records/setting/cells';
import { leavesOf, type RowsShape } from '@/lib/records/setting/shape';
import { RowCells, type RowState } from './row-cells';

/** Columns that fit side by side; rows with more of them, or with lists to tick, fold. */
const SIDE_BY_SIDE = 6;

/** A table of rules to edit: rows are changed in place, added, removed and moved, with or without a mouse. */
export function RowsEditor({
  shape,
  rows: start,
  titles,
  blank,
  words,
}: {
  shape: RowsShape;
  rows: CellsByColumn[];
  /** What each row is called. */
  titles: string[];
  /** A new row. */
  blank: CellsByColumn;
  words: Record<string, string>;
}) {
  const t = useTranslations('settingTable');
  const { forget } = useFormState();
  const box = useRef<HTMLDivElement>(null);
  const made = useRef(start.length);
  const [rows, setRows] = useState<RowState[]>(() =>
    start.map((cells, i) => ({ id: String(i), cells, title: titles[i] })),
  );
  const [said, setSaid] = useState('');
  const focus = useRef<string[]>([]);
  const columns = leavesOf(shape.row);
  const folds =
    columns.length > SIDE_BY_SIDE || columns.some((column) => column.shape.kind === 'choices');

  // Buttons that were pressed move with their row or go away with it: the keyboard goes on from there.
  // biome-ignore lint/correctness/useExhaustiveDependencies: after each change of the rows
  useEffect(() => {
    const found = focus.current
      .map((selector) => box.current?.querySelector<HTMLElement>(selector))
      .find(Boolean);
    // The first run can come after a button was pressed and before its row is there.
    if (!found) return;
    found.focus();
    focus.current = [];
  }, [rows]);

  /** Complaints name places, which are no longer those of the rows. */
  const become = (next: RowState[], sentence: string, ...focusOn: string[]) => {
    forget('cells');
    focus.current = focusOn;
    setSaid(sentence);
    setRows(next);
  };
  const add = () => {
    const id = String(made.current++);
    become(
      [...rows, { id, cells: blank }],
      t('added', { number: rows.length + 1 }),
      `[data-row="${id}"] :is(input, select, textarea)`,
    );
  };
  const remove = (place: number) => {
    const near = rows[place + 1] ?? rows[place - 1];
    become(
      rows.filter((_, i) => i !== place),
      t('removed', { number: place + 1 }),
      near ? `[data-row="${near.id}"] [data-tool="remove"]` : '[data-tool="add"]',
    );
  };
  const move = (place: number, by: 1 | -1) => {
    const [row, other] = [rows[place], rows[place + by]];
    if (!row || !other) return;
    const next = [...rows];
    next[place] = other;
    next[place + by] = row;
    const tool = (name: string) => `[data-row="${row.id}"] [data-tool="${name}"]:enabled`;
    const tools = by < 0 ? ['up', 'down'] : ['down', 'up'];
    become(next, t('moved', { number: place + by + 1 }), ...tools.map(tool));
  };

  return (
    <div ref={box} className="rows-editor">
      <p className="rows-editor__no-script notice notice--info">{t('noScript')}</p>
      {rows.length === 0 && <p className="text-muted">{t('noRows')}</p>}
      {rows.map((row, place) => (
        <RowCells
          key={row.id}
          row={row}
          place={place}
          last={place === rows.length - 1}
          shape={shape.row}
          words={words}
          folds={folds}
          onMove={(by) => move(place, by)}
          onRemove={() => remove(place)}
        />
      ))}
      <div className="rows-editor__foot">
        <Button size="sm" data-tool="add" onClick={add}>
          {t('addRow')}
        </Button>
        <span className="sr-only" role="status">
          {said}
        </span>
      </div>
    </div>
  );
}
