import type { z } from 'zod';
import { identityFilter } from '@/lib/workflows/identity/filter';
import { type IdentityListRow, listIdentities } from '@/lib/workflows/identity/queries';
import { defineExport } from '../define';

export const identitiesExport = defineExport<IdentityListRow, z.infer<typeof identityFilter>>({
  portal: 'ops',
  permission: 'identity.read',
  title: 'identity.ops.title',
  filters: identityFilter,
  columns: [
    { header: 'identity.field.name', kind: 'text', value: ({ name }) => name, width: 36 },
    { header: 'identity.field.kind', kind: 'word', value: ({ kind }) => `identity.kind.${kind}` },
    {
      header: 'identity.field.creditCode',
      kind: 'text',
      value: ({ creditCode }) => creditCode,
      width: 24,
    },
    {
      header: 'identity.field.idNumber',
      kind: 'text',
      value: ({ idNumberMasked }) => idNumberMasked,
      width: 24,
    },
    { header: 'identity.field.email', kind: 'text', value: ({ email }) => email, width: 30 },
    {
      header: 'identity.field.state',
      kind: 'word',
      value: ({ state }) => `identity.state.${state}`,
    },
    {
      header: 'identity.field.submittedAt',
      kind: 'dateTime',
      value: ({ submittedAt }) => submittedAt,
    },
  ],
  batch: async (actor, filters, after, size) =>
    (await listIdentities(actor, { ...filters, ...(after ? { after } : {}) }, size)).rows,
  cursor: ({ id }) => id,
});
