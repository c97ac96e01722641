import type { OnboardingRow } from '@/lib/workflows/onboarding/machine';
import {
  listOnboardings,
  type OnboardingFilter,
  onboardingFilter,
} from '@/lib/workflows/onboarding/queries';
import { defineExport } from '../define';

/** The applications of companies, as operations filter them. */
export const onboardingExport = defineExport<OnboardingRow, OnboardingFilter>({
  portal: 'ops',
  permission: 'onboarding.read',
  title: 'onboarding.ops.title',
  filters: onboardingFilter,
  columns: [
    {
      header: 'merchant.field.companyName',
      kind: 'text',
      value: (row) => row.companyName,
      width: 30,
    },
    {
      header: 'merchant.field.creditCode',
      kind: 'text',
      value: (row) => row.creditCode,
      width: 22,
    },
    {
      header: 'onboarding.ops.state',
      kind: 'word',
      value: (row) => `onboarding.state.${row.state}`,
    },
    { header: 'onboarding.ops.round', kind: 'number', value: (row) => row.round },
    { header: 'onboarding.ops.submittedAt', kind: 'dateTime', value: (row) => row.submittedAt },
    { header: 'onboarding.ops.due', kind: 'dateTime', value: (row) => row.dueAt },
  ],
  batch: async (actor, filters, after, size) =>
    (await listOnboardings(actor, { ...filters, after }, size)).rows,
  cursor: (row) => row.id,
});
