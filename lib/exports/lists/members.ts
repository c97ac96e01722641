import type { z } from 'zod';
import { type MemberSearch, memberFilter, memberSearch } from '@/lib/records/member/filter';
import {
  type GroupView,
  type InvitationRow,
  listGroups,
  listInvitations,
  listMembers,
  type MemberView,
} from '@/lib/records/member/queries';
import { defineExport } from '../define';
import { localWords } from '../local-words';

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

/** A merchant's groups with what they grant; few enough for one batch. */
export const groupsExport = defineExport<GroupView, MemberSearch>({
  portal: 'merchant',
  permission: 'member.read',
  title: 'member.tab.groups',
  filters: memberSearch,
  columns: [
    { header: 'member.field.groupName', kind: 'text', value: ({ name }) => name, width: 24 },
    {
      header: 'member.field.permissions',
      kind: 'local',
      value: ({ permissions }) => localWords(permissions.map((held) => `permission.name.${held}`)),
      width: 60,
    },
    { header: 'member.field.members', kind: 'number', value: ({ members }) => members },
  ],
  batch: async (actor, filters, after) => (after ? [] : listGroups(actor, filters)),
  cursor: ({ id }) => id,
});

interface InvitationView extends InvitationRow {
  /** Names of the groups; of a deleted one nothing is left to name. */
  groups: string[];
}

/** Invitations that wait for an answer; seats limit them to one batch. */
export const invitationsExport = defineExport<InvitationView, MemberSearch>({
  portal: 'merchant',
  permission: 'member.read',
  title: 'member.tab.invitations',
  filters: memberSearch,
  columns: [
    { header: 'member.field.email', kind: 'text', value: ({ email }) => email, width: 30 },
    {
      header: 'member.field.groups',
      kind: 'text',
      value: ({ groups }) => groups.join(' · '),
      width: 30,
    },
    {
      header: 'member.field.scope',
      kind: 'word',
      value: ({ products }) => `member.scope.${products ? 'some' : 'all'}`,
    },
    { header: 'member.field.invitedAt', kind: 'dateTime', value: ({ createdAt }) => createdAt },
    { header: 'member.field.expiresAt', kind: 'dateTime', value: ({ expiresAt }) => expiresAt },
  ],
  batch: async (actor, filters, after) => {
    if (after) return [];
    const names = new Map((await listGroups(actor)).map(({ id, name }) => [id, name]));
    return (await listInvitations(actor, filters)).map((row) => ({
      ...row,
      groups: row.groupIds.flatMap((id) => names.get(id) ?? []),
    }));
  },
  cursor: ({ id }) => id,
});
