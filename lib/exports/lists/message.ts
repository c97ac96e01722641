import {
  type InboxFilters,
  type InboxMessage,
  inboxFilters,
  listInbox,
} from '@/lib/records/inbox/queries';
import {
  listMessages,
  type MessageFilters,
  type MessageRow,
  messageFilters,
} from '@/lib/records/message/queries';
import { defineExport } from '../define';

/** Every message of the house with how it went, for operators. */
export const messageExport = defineExport<MessageRow, MessageFilters>({
  portal: 'ops',
  permission: 'message.read',
  title: 'message.list.title',
  filters: messageFilters,
  columns: [
    { header: 'message.field.subject', kind: 'text', value: ({ subject }) => subject, width: 40 },
    { header: 'message.field.address', kind: 'text', value: ({ address }) => address, width: 30 },
    {
      header: 'message.field.channel',
      kind: 'word',
      value: (row) => `message.channel.${row.channel}`,
    },
    { header: 'message.field.state', kind: 'word', value: ({ state }) => `message.state.${state}` },
    { header: 'message.field.tries', kind: 'number', value: ({ tries }) => tries },
    { header: 'message.field.error', kind: 'text', value: ({ lastError }) => lastError, width: 40 },
    { header: 'message.field.createdAt', kind: 'dateTime', value: ({ createdAt }) => createdAt },
    { header: 'message.field.sentAt', kind: 'dateTime', value: ({ sentAt }) => sentAt },
  ],
  batch: async (actor, filters, after, size) =>
    (await listMessages(actor, { ...filters, after, size })).rows,
  cursor: ({ id }) => id,
});

/** The reader's own inbox. */
export const inboxExport = defineExport<InboxMessage, InboxFilters>({
  portal: 'buyer',
  permission: 'account.manage',
  title: 'account.tab.messages',
  filters: inboxFilters,
  columns: [
    { header: 'inbox.field.subject', kind: 'text', value: ({ subject }) => subject, width: 40 },
    { header: 'inbox.field.body', kind: 'text', value: ({ body }) => body, width: 60 },
    { header: 'inbox.field.type', kind: 'word', value: ({ type }) => `inbox.type.${type}` },
    {
      header: 'inbox.field.state',
      kind: 'word',
      value: ({ readAt }) => (readAt ? 'inbox.read' : 'inbox.unread'),
    },
    { header: 'inbox.field.createdAt', kind: 'dateTime', value: ({ createdAt }) => createdAt },
  ],
  batch: async (actor, { q, type, show }, after, size) =>
    (await listInbox(actor, { q, type, unread: show === 'unread', after, size })).rows,
  cursor: ({ id }) => id,
});
