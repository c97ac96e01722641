import { asc, desc, eq } from 'drizzle-orm';
import { settingValues } from '@/db/schema';
import type { Actor } from '@/lib/auth/actor';
import { can } from '@/lib/auth/permissions';
import { withActor } from '@/lib/engine/with-actor';
import type { SettingUnit } from '@/lib/settings/define';
import { SETTINGS, type SettingKey } from '@/lib/settings/registry';

type Version = typeof settingValues.$inferSelect;

export interface SettingRow {
  key: SettingKey;
  unit: SettingUnit;
  rule: string;
  /** The value that holds now. */
  value: unknown;
  isDefault: boolean;
  /** The next value, when one is scheduled. */
  upcoming?: Version;
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
      rule: spec.rule,
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
