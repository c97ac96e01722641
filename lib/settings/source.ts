import { and, desc, eq, lte } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { settingValues } from '@/db/schema';
import { SETTINGS, type SettingKey } from './registry';

/** Where the value of a rule comes from at a moment. */
export interface SettingSource {
  key: SettingKey;
  /** Version of the setting; null: the default of the rule book. */
  versionId: string | null;
  effectiveFrom: Date | null;
  /** Section of the rule book that the rule is from. */
  rule: string;
}

/** The version of a rule that holds at a moment, so that what was made under it can name it later (design 3.8). */
export async function settingSource(tx: Tx, key: SettingKey, at: Date): Promise<SettingSource> {
  const [row] = await tx
    .select({ id: settingValues.id, effectiveFrom: settingValues.effectiveFrom })
    .from(settingValues)
    .where(and(eq(settingValues.key, key), lte(settingValues.effectiveFrom, at)))
    .orderBy(desc(settingValues.effectiveFrom), desc(settingValues.id))
    .limit(1);
  return {
    key,
    versionId: row?.id ?? null,
    effectiveFrom: row?.effectiveFrom ?? null,
    rule: SETTINGS[key].rule,
  };
}
