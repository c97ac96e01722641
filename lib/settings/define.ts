import type { z } from 'zod';

export type SettingUnit =
  | 'workingDays'
  | 'days'
  | 'hours'
  | 'minutes'
  | 'seconds'
  | 'bytes'
  | 'count'
  | 'fen'
  | 'percent'
  | 'pixels'
  | 'list'
  | 'switch'
  | 'text'
  | 'table';

export interface SettingSpec<T = unknown> {
  schema: z.ZodType<T>;
  default: T;
  unit: SettingUnit;
  /** Section of the rule book the default comes from, e.g. `onboarding.md 3.2`. */
  rule: string;
}

/** Declares one key; the value's type follows the schema. */
export function setting<T>(spec: SettingSpec<T>): SettingSpec<T> {
  return spec;
}
