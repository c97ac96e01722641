import { LOCALES } from '@/lib/i18n/locales';
import { translator } from '@/lib/i18n/translator';
import { fieldKey } from '@/lib/records/review-rule/field-key';
import {
  listRules,
  type RuleFilters,
  ruleFilters,
  type StoredRule,
} from '@/lib/records/review-rule/queries';
import { brief } from '@/lib/records/setting/brief';
import {
  findSettings,
  type SettingFilters,
  type SettingRow,
  settingFilters,
  settingGroup,
} from '@/lib/records/setting/queries';
import { defineExport, type LocalText } from '../define';

/** Review rules of products; they are few enough for one batch. */
export const reviewRuleExport = defineExport<StoredRule, RuleFilters>({
  portal: 'ops',
  permission: 'reviewRule.read',
  title: 'reviewRule.list.title',
  filters: ruleFilters,
  columns: [
    { header: 'reviewRule.field.id', kind: 'text', value: ({ id }) => id },
    { header: 'reviewRule.field.textZh', kind: 'text', value: ({ textZh }) => textZh, width: 50 },
    { header: 'reviewRule.field.textEn', kind: 'text', value: ({ textEn }) => textEn, width: 50 },
    {
      header: 'reviewRule.field.field',
      kind: 'word',
      value: ({ field }) => `reviewRule.fieldName.${fieldKey(field)}`,
    },
    {
      header: 'reviewRule.field.by',
      kind: 'word',
      value: ({ check }) => (check ? `reviewRule.check.${check.kind}` : 'reviewRule.by.eyes'),
    },
    {
      header: 'reviewRule.field.severity',
      kind: 'word',
      value: ({ check, severity }) => check && `reviewRule.severity.${severity}`,
    },
    {
      header: 'reviewRule.field.state',
      kind: 'word',
      value: ({ enabled }) => `reviewRule.state.${enabled ? 'on' : 'off'}`,
    },
  ],
  batch: async (actor, filters, after) => (after ? [] : listRules(actor, filters)),
  cursor: ({ id }) => id,
});

const readers = LOCALES.map((locale) => [locale, translator(locale, 'setting')] as const);

const said = (value: unknown, { unit }: SettingRow): LocalText =>
  Object.fromEntries(readers.map(([locale, t]) => [locale, brief(value, unit, t)])) as LocalText;

/** Rules of the house with the values that hold and those to come. */
export const settingExport = defineExport<SettingRow, SettingFilters>({
  portal: 'ops',
  permission: 'setting.read',
  title: 'setting.list.title',
  filters: settingFilters,
  columns: [
    {
      header: 'setting.field.group',
      kind: 'word',
      value: ({ key }) => `setting.group.${settingGroup(key)}`,
    },
    {
      header: 'setting.field.name',
      kind: 'word',
      value: (row) => `setting.label.${row.key}`,
      width: 36,
    },
    { header: 'setting.field.key', kind: 'text', value: ({ key }) => key, width: 36 },
    { header: 'setting.field.value', kind: 'local', value: (row) => said(row.value, row) },
    {
      header: 'setting.field.changed',
      kind: 'word',
      value: ({ isDefault }) => (isDefault ? 'setting.default' : 'setting.changed'),
    },
    {
      header: 'setting.field.upcoming',
      kind: 'local',
      value: (row) => row.upcoming && said(row.upcoming.value, row),
    },
    {
      header: 'setting.field.upcomingFrom',
      kind: 'dateTime',
      value: ({ upcoming }) => upcoming?.effectiveFrom,
    },
  ],
  batch: async (actor, filters, after) => (after ? [] : findSettings(actor, filters)),
  cursor: ({ key }) => key,
});
