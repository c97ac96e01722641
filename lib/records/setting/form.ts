import type { Translate } from '@/lib/i18n/translator';
import type { SettingKey } from '@/lib/settings/registry';
import { blankRow, cellsOf } from './cells';
import { rowTitle } from './in-words';
import { leavesOf, wordKeys } from './shape';
import { shapeOfSetting } from './shape-of';

/** All that a form needs to edit a rule's value, in the reader's words, as plain data; `t` reads all catalogs. */
export function settingForm(key: SettingKey, value: unknown, t: Translate) {
  const shape = shapeOfSetting(key);
  const hints = shape.kind === 'rows' ? leavesOf(shape.row).map(({ hintKey }) => hintKey) : [];
  const keys = [...wordKeys(shape), ...hints].filter((one) => t.has(one));
  return {
    shape,
    cells: cellsOf(shape, value),
    titles:
      shape.kind === 'rows'
        ? (value as unknown[]).map((row) => rowTitle(shape.row, shape.by, row, t))
        : [],
    blank: shape.kind === 'rows' ? blankRow(shape.row) : {},
    words: Object.fromEntries(keys.map((one) => [one, t(one)])),
  };
}
