import { z } from 'zod';
import { settingValues } from '@/db/schema';
import { type Actor, accountOf } from '@/lib/auth/actor';
import { change } from '@/lib/engine/change';
import { parseInput } from '@/lib/engine/parse';
import { invalid, refused } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { SETTINGS, type SettingKey } from '@/lib/settings/registry';
import { momentOf } from '@/lib/time/zoned';

export const settingInput = z.object({
  key: z.enum(Object.keys(SETTINGS) as [SettingKey, ...SettingKey[]]),
  /** The value as JSON text. */
  value: z.string().min(1).max(20_000),
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
  const { key, value, effectiveFrom: typed, note } = parseInput(settingInput, input);
  const parsed = SETTINGS[key].schema.safeParse(parseJson(value));
  if (!parsed.success) throw invalid({ value: 'setting.error.value' });
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
        value: parsed.data,
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

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw invalid({ value: 'setting.error.json' });
  }
}
