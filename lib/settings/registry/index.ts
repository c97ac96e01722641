import type { z } from 'zod';
import { fileSettings } from './files';
import { productSettings } from './product';
import { siteSettings } from './site';

/** Every rule of the house that operators may change. */
export const SETTINGS = {
  ...productSettings,
  ...siteSettings,
  ...fileSettings,
};

export type SettingKey = keyof typeof SETTINGS;
export type SettingValue<K extends SettingKey> = z.infer<(typeof SETTINGS)[K]['schema']>;

/** Keys whose value is a length of time. */
export type DurationKey = {
  [K in SettingKey]: SettingValue<K> extends number ? K : never;
}[SettingKey];
