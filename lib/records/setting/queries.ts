import { asc, desc, eq } from 'drizzle-orm';
import { z } from 'zod';
import { settingValues } from '@/db/schema';
import type { Actor } from '@/lib/auth/actor';
import { can } from '@/lib/auth/permissions';
import { withActor } from '@/lib/engine/with-actor';
import { LOCALES } from '@/lib/i18n/locales';
import { translator } from '@/lib/i18n/translator';
import { textFilter } from '@/lib/list/filters';
import type { SettingUnit } from '@/lib/settings/define';
import { SETTINGS, type SettingKey } from '@/lib/settings/registry';

type Version = typeof settingValues.$inferSelect;

export interface SettingRow {
  key: SettingKey;
  unit: SettingUnit;
  /** The value that holds now. */
  value: unknown;
  isDefault: boolean;
  /** The next value, when one is scheduled. */
  upcoming?: Version;
}

/** Filters of the list and of its export; wrong values count as none. */
export const settingFilters = z.object({
  q: textFilter,
  group: textFilter,
  changed: z.enum(['default', 'changed', 'upcoming']).optional().catch(undefined),
});
export type SettingFilters = Partial<z.infer<typeof settingFilters>>;

/** First part of a key; settings are shown by it. */
export const settingGroup = (key: string): string => key.split('.')[0] ?? '';

/** Groups there are, in order. */
export const SETTING_GROUPS = [...new Set(Object.keys(SETTINGS).map(settingGroup))].sort();

const label = LOCALES.map((locale) => translator(locale, 'setting.label'));

/** The rules that fit a filter; words are looked for in keys and in their names in every language. */
export async function findSettings(actor: Actor, filter: SettingFilters): Promise<SettingRow[]> {
  const q = filter.q?.toLowerCase();
  return (await listSettings(actor)).filter(
    ({ key, isDefault, upcoming }) =>
      (!filter.group || settingGroup(key) === filter.group) &&
      (!filter.changed ||
        (filter.changed === 'upcoming'
          ? Boolean(upcoming)
          : isDefault === (filter.changed === 'default'))) &&
      (!q || [key, ...label.map((t) => t(key))].join(' ').toLowerCase().includes(q)),
  );
}

/** Every rule with the value that holds now; nothing for who may not read settings. */
export async function listSettings(actor: Actor): Promise<SettingRow[]> {
  if (!can(actor, 'setting.read')) return [];
  const { now, rows } = await withActor(actor, async ({ tx, now }) => ({
    now,
    rows: await tx
      .select()
      .from(settingValues)
      .orderBy(asc(settingValues.effectiveFrom), asc(settingValues.id)),
  }));
  return (Object.keys(SETTINGS) as SettingKey[]).map((key) => {
    const versions = rows.filter((row) => row.key === key);
    const current = versions.filter((row) => row.effectiveFrom <= now).pop();
    const upcoming = versions.find((row) => row.effectiveFrom > now);
    const spec = SETTINGS[key];
    return {
      key,
      unit: spec.unit,
      value: current ? current.value : spec.default,
      isDefault: !current,
      ...(upcoming ? { upcoming } : {}),
    };
  });
}

/** The versions of one rule, newest first. */
export async function listSettingVersions(actor: Actor, key: SettingKey): Promise<Version[]> {
  if (!can(actor, 'setting.read')) return [];
  return withActor(actor, ({ tx }) =>
    tx
      .select()
      .from(settingValues)
      .where(eq(settingValues.key, key))
      .orderBy(desc(settingValues.effectiveFrom), desc(settingValues.id)),
  );
}
