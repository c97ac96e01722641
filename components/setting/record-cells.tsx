'use client';

import type { Cells, CellsByColumn } from '@/lib/records/setting/cells';
import { leavesOf, type RecordShape } from '@/lib/records/setting/shape';
import { CellInput } from './cell-input';

/** The cells of one row, or of a value that is a single one. */
export function RecordCells({
  name,
  shape,
  cells,
  words,
}: {
  name: string;
  shape: RecordShape;
  cells: CellsByColumn;
  words: Record<string, string>;
}) {
  return leavesOf(shape).map(({ path, key, shape: leaf, hintKey }) => (
    <CellInput
      key={key}
      name={[name, ...path].join('.')}
      label={words[key] ?? key}
      hint={words[hintKey]}
      shape={leaf}
      cells={cellAt(cells, path)}
      words={words}
    />
  ));
}

const cellAt = (cells: CellsByColumn, path: readonly string[]): Cells =>
  path.reduce<Cells>(
    (found, part) =>
      found && typeof found === 'object' && !Array.isArray(found) ? found[part] : undefined,
    cells,
  );
