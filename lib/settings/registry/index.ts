import type { z } from 'zod';
import { accountSettings } from './account';
import { appealSettings } from './appeal';
import { fileSettings } from './files';
import { identitySettings } from './identity';
import { invoiceSettings } from './invoice';
import { limitSettings } from './limit';
import { memberSettings } from './member';
import { merchantSettings } from './merchant';
import { onboardingSettings } from './onboarding';
import { orderSettings } from './order';
import { productSettings } from './product';
import { productReviewSettings } from './product-review';
import { questionSettings } from './question';
import { refundSettings } from './refund';
import { siteSettings } from './site';
import { standingSettings } from './standing';
import { supervisionSettings } from './supervision';
import { topUpSettings } from './top-up';
import { voucherSettings } from './voucher';

/** Every rule of the house that operators may change. */
export const SETTINGS = {
  ...merchantSettings,
  ...accountSettings,
  ...productSettings,
  ...questionSettings,
  ...productReviewSettings,
  ...siteSettings,
  ...fileSettings,
  ...orderSettings,
  ...refundSettings,
  ...topUpSettings,
  ...voucherSettings,
  ...invoiceSettings,
  ...supervisionSettings,
  ...appealSettings,
  ...accountSettings,
  ...identitySettings,
  ...limitSettings,
  ...memberSettings,
  ...onboardingSettings,
  ...standingSettings,
};

export type SettingKey = keyof typeof SETTINGS;
export type SettingValue<K extends SettingKey> = z.infer<(typeof SETTINGS)[K]['schema']>;

/** Keys whose value is a length of time. */
export type DurationKey = {
  [K in SettingKey]: SettingValue<K> extends number ? K : never;
}[SettingKey];
