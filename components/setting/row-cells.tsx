'use client';

import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { Button } from '@/components/ui/button';
import { complaintAbout, useFormState } from '@/components/ui/form-context';
import type { CellsByColumn } from '@/lib/records/setting/cells';
import type { RecordShape } from '@/lib/records/setting/shape';
import { RecordCells } from './record-cells';

export type RowState = {
  id: string;
  cells: CellsByColumn;
  /** What it is called now; new rows have no name yet. */
  title?: string;
};

/** One row of a table: its cells, and buttons that move it or take it away. */
export function RowCells({
  row,
  place,
  last,
  shape,
  words,
  folds,
  onMove,
  onRemove,
}: {
  row: RowState;
  place: number;
  last: boolean;
  shape: RecordShape;
  words: Record<string, string>;
  /** Rows with much in them show their name and open on demand. */
  folds: boolean;
  onMove: (by: 1 | -1) => void;
  onRemove: () => void;
}) {
  const t = useTranslations('settingTable');
  const [edited, setEdited] = useState(false);
  const number = place + 1;
  const tools = (
    <div className="row-cells__tools">
      <Tool
        name="up"
        label={t('moveUp', { number })}
        disabled={place === 0}
        onClick={() => onMove(-1)}
      >
        <ArrowUp size={16} aria-hidden="true" />
      </Tool>
      <Tool name="down" label={t('moveDown', { number })} disabled={last} onClick={() => onMove(1)}>
        <ArrowDown size={16} aria-hidden="true" />
      </Tool>
      <Tool name="remove" label={t('removeRow', { number })} onClick={onRemove}>
        <Trash2 size={16} aria-hidden="true" />
      </Tool>
    </div>
  );
  const cells = (
    <div className="row-cells__cells">
      <RecordCells name={`cells.${place}`} shape={shape} cells={row.cells} words={words} />
    </div>
  );
  return (
    <fieldset
      className="row-cells"
      data-row={row.id}
      data-folds={folds || undefined}
      onInput={() => setEdited(true)}
    >
      <legend className="sr-only">{t('row', { number })}</legend>
      {folds ? (
        <Folded
          number={number}
          title={edited || !row.title ? t(row.title ? 'edited' : 'newRow') : row.title}
          start={!row.title}
        >
          {cells}
        </Folded>
      ) : (
        cells
      )}
      {tools}
    </fieldset>
  );
}

/** Stays open while something inside is wrong. */
function Folded({
  number,
  title,
  start,
  children,
}: {
  number: number;
  title: string;
  start: boolean;
  children: ReactNode;
}) {
  const [open, setOpen] = useState(start);
  const { errors } = useFormState();
  const wrong = complaintAbout(errors, `cells.${number - 1}[]`);
  return (
    <details
      className="row-cells__fold"
      open={open || Boolean(wrong)}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>
        <span className="row-cells__number num">{number}</span>
        <span>{title}</span>
      </summary>
      {children}
    </details>
  );
}

function Tool({
  name,
  label,
  disabled,
  onClick,
  children,
}: {
  name: string;
  label: string;
  disabled?: boolean;
  onClick: () => void;
  children: ReactNode;
}) {
  return (
    <Button
      look="ghost"
      size="sm"
      iconOnly
      data-tool={name}
      aria-label={label}
      title={label}
      disabled={disabled}
      onClick={onClick}
    >
      {children}
    </Button>
  );
}
