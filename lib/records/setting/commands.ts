import { z } from 'zod';
import { settingValues } from '@/db/schema';
import { type Actor, accountOf } from '@/lib/auth/actor';
import { change } from '@/lib/engine/change';
import { parseInput } from '@/lib/engine/parse';
import { DomainError, type FieldComplaint, invalid, refused } from '@/lib/errors';
import { newId } from '@/lib/ids';
import type { CellUnit } from '@/lib/settings/hints';
import { SETTINGS, type SettingKey } from '@/lib/settings/registry';
import { momentOf } from '@/lib/time/zoned';
import { numberText, readCells } from './cells';
import { unitAt } from './shape';
import { shapeOfSetting } from './shape-of';

/** Characters of a value. */
const MOST = 20_000;

export const settingInput = z.object({
  key: z.enum(Object.keys(SETTINGS) as [SettingKey, ...SettingKey[]]),
  /** The value as JSON text; left out where a form sends its cells. */
  value: z.string().min(1).max(MOST).optional(),
  /** The value as the controls of a form hold it (`cells.ts`); nothing is an empty list. */
  cells: z.unknown().optional(),
  /** As people type it, in the marketplace's time zone; left out or empty: from now on. */
  effectiveFrom: z.string().trim().max(40).optional(),
  note: z.string().trim().min(1).max(500),
});

/**
 * Gives a rule a new value from a moment on; older values stay for what was made under them (design 3.8).
 * @throws DomainError invalid when the value does not fit the rule or the moment is none, refused
 * `setting.error.past` for a moment gone by
 */
export async function changeSetting(actor: Actor, input: unknown): Promise<void> {
  const { key, value: json, cells, effectiveFrom: typed, note } = parseInput(settingInput, input);
  const value = json === undefined ? valueOfCells(key, cells) : valueOfJson(key, json);
  return change(
    actor,
    { noun: 'setting', action: 'change', permission: 'setting.change' },
    async ({ tx, now, setting }) => {
      const effectiveFrom = typed ? momentOf(typed, await setting('site.timeZone')) : now;
      if (!effectiveFrom) throw invalid({ effectiveFrom: 'setting.error.moment' });
      // A minute of grace: the form was filled in a moment ago.
      if (effectiveFrom.getTime() < now.getTime() - 60_000) throw refused('setting.error.past');
      const row = {
        id: newId('setting', now),
        key,
        value,
        effectiveFrom,
        note,
        createdBy: accountOf(actor) ?? '',
        createdAt: now,
      };
      await tx.insert(settingValues).values(row);
      return { subjectId: key, stream: `setting:${key}`, tenant: {}, after: row, value: undefined };
    },
  );
}

/** A value from the cells of a form; complaints are at the cell, with bounds in the unit that the cell is typed in. */
function valueOfCells(key: SettingKey, cells: unknown): unknown {
  const shape = shapeOfSetting(key);
  const value = readCells(shape, cells);
  try {
    return parseInput(z.object({ cells: SETTINGS[key].schema }), { cells: value }).cells;
  } catch (error) {
    if (!(error instanceof DomainError) || !error.detail.fields) throw error;
    throw invalid(
      Object.fromEntries(
        Object.entries(error.detail.fields).map(([path, { key, params }]) => [
          path,
          { key, params: asTyped(unitAt(shape, path.split('.').slice(1)), params) },
        ]),
      ),
    );
  }
}

function valueOfJson(key: SettingKey, json: string): unknown {
  const parsed = SETTINGS[key].schema.safeParse(parseJson(json));
  if (!parsed.success) throw invalid({ value: 'setting.error.value' });
  return parsed.data;
}

function asTyped(
  unit: CellUnit | undefined,
  params: FieldComplaint['params'],
): FieldComplaint['params'] {
  if (!unit) return params;
  return Object.fromEntries(
    Object.entries(params ?? {}).map(([name, bound]) => [name, numberText(Number(bound), unit)]),
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw invalid({ value: 'setting.error.json' });
  }
}
