import type { ReactNode } from 'react';
import { RefundReturnsTable } from '@/components/refund/returns-table';
import { RefundRuleTable } from '@/components/refund/rule-table';
import { SETTINGS, type SettingKey } from '@/lib/settings/registry';

/** Tables that people read in words instead of their entries. */
const WORDS: Partial<Record<SettingKey, (value: unknown) => ReactNode>> = {
  'refund.rules': (value) => (
    <RefundRuleTable rows={SETTINGS['refund.rules'].schema.parse(value)} />
  ),
  'refund.returns': (value) => (
    <RefundReturnsTable rows={SETTINGS['refund.returns'].schema.parse(value)} />
  ),
};

/** A rule's value in words, for rules that have any. */
export const inWords = (key: SettingKey, value: unknown): ReactNode => WORDS[key]?.(value);
