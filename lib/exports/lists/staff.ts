import type { z } from 'zod';
import { operatorFilter } from '@/lib/records/operator/filter';
import { listOperators, type OperatorView } from '@/lib/records/operator/queries';
import { defineExport } from '../define';

export const staffExport = defineExport<OperatorView, z.infer<typeof operatorFilter>>({
  portal: 'ops',
  permission: 'operator.read',
  title: 'operator.title',
  filters: operatorFilter,
  columns: [
    { header: 'operator.field.name', kind: 'text', value: ({ name }) => name },
    { header: 'operator.field.email', kind: 'text', value: ({ email }) => email, width: 30 },
    { header: 'operator.field.roles', kind: 'text', value: ({ roles }) => roles.join(' · ') },
    {
      header: 'operator.field.state',
      kind: 'word',
      value: ({ disabledAt }) => `operator.state.${disabledAt ? 'disabled' : 'active'}`,
    },
    {
      header: 'operator.field.secondFactor',
      kind: 'word',
      value: ({ secondFactor }) => `operator.factor.${secondFactor ? 'on' : 'off'}`,
    },
    {
      header: 'operator.field.lastSeenAt',
      kind: 'dateTime',
      value: ({ lastSeenAt }) => lastSeenAt,
    },
    { header: 'operator.field.addedAt', kind: 'dateTime', value: ({ createdAt }) => createdAt },
  ],
  batch: async (actor, filters, after, size) =>
    (await listOperators(actor, { ...filters, ...(after ? { after } : {}) }, size)).rows,
  cursor: ({ id }) => id,
});
