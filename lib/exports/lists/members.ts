import type { z } from 'zod';
import { memberFilter } from '@/lib/records/member/filter';
import { listMembers, type MemberView } from '@/lib/records/member/queries';
import { defineExport } from '../define';

const stateOf = ({ owner, disabledAt }: MemberView) =>
  owner ? 'owner' : disabledAt ? 'disabled' : 'active';

export const membersExport = defineExport<MemberView, z.infer<typeof memberFilter>>({
  portal: 'merchant',
  permission: 'member.read',
  title: 'member.title',
  filters: memberFilter,
  columns: [
    { header: 'member.field.name', kind: 'text', value: ({ name }) => name },
    { header: 'member.field.email', kind: 'text', value: ({ email }) => email, width: 30 },
    { header: 'member.field.phone', kind: 'text', value: ({ phone }) => phone },
    {
      header: 'member.field.groups',
      kind: 'text',
      value: ({ groups }) => groups.map(({ name }) => name).join(' · '),
      width: 30,
    },
    {
      header: 'member.field.scope',
      kind: 'word',
      value: ({ products }) => `member.scope.${products ? 'some' : 'all'}`,
    },
    {
      header: 'member.field.state',
      kind: 'word',
      value: (member) => `member.state.${stateOf(member)}`,
    },
    { header: 'member.field.joinedAt', kind: 'dateTime', value: ({ createdAt }) => createdAt },
  ],
  batch: async (actor, filters, after, size) =>
    (await listMembers(actor, { ...filters, ...(after ? { after } : {}) }, size)).rows,
  cursor: ({ id }) => id,
});
