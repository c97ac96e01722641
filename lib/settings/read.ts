import { sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { SETTINGS, type SettingKey, type SettingValue } from './registry';

export type SettingReader = <K extends SettingKey>(key: K) => Promise<SettingValue<K>>;

/** Reads rules as they hold at `at`, with one query for all of them at first use. */
export function settingReader(tx: Tx, at: Date): SettingReader {
  let loaded: Promise<Map<string, unknown>> | undefined;
  const load = async () => {
    const rows = await tx.execute<{ key: string; value: unknown }>(sql`
      select distinct on (key) key, value from setting_value
      where effective_from <= ${at.toISOString()}::timestamptz
      order by key, effective_from desc, id desc`);
    return new Map(rows.map((row) => [row.key, row.value]));
  };
  return async <K extends SettingKey>(key: K) => {
    loaded ??= load();
    const spec = SETTINGS[key];
    const stored = (await loaded).get(key);
    if (stored === undefined) return spec.default as SettingValue<K>;
    return spec.schema.parse(stored) as SettingValue<K>;
  };
}
