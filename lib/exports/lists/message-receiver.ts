import {
  fittingReceivers,
  getReceiverBook,
  type ReceiverFilters,
  type ReceiverView,
  receiverFilters,
  receiverState,
} from '@/lib/records/message-receiver/queries';
import type { ReceiverChannel } from '@/lib/records/message-receiver/types';
import { defineExport } from '../define';
import { localWords } from '../local-words';

interface ReceiverRow extends ReceiverView {
  /** Message types the receiver is chosen for, by channel. */
  types: Record<ReceiverChannel, string[]>;
}

const typesOf = (channel: ReceiverChannel) => (row: ReceiverRow) =>
  localWords(row.types[channel].map((type) => `messageReceiver.type.${type}`));

/** A merchant's receivers with what each gets; their number is limited, so one batch holds them. */
export const receiversExport = defineExport<ReceiverRow, ReceiverFilters>({
  portal: 'merchant',
  permission: 'messageReceiver.read',
  title: 'messageReceiver.title',
  filters: receiverFilters,
  columns: [
    { header: 'messageReceiver.field.name', kind: 'text', value: ({ name }) => name },
    { header: 'messageReceiver.field.email', kind: 'text', value: ({ email }) => email, width: 30 },
    {
      header: 'messageReceiver.field.state',
      kind: 'word',
      value: (row) => `messageReceiver.state.${receiverState(row)}`,
    },
    { header: 'messageReceiver.field.phone', kind: 'text', value: ({ phone }) => phone },
    {
      header: 'messageReceiver.field.locale',
      kind: 'word',
      value: ({ locale }) => `shell.language.${locale}`,
    },
    {
      header: 'messageReceiver.field.mailTypes',
      kind: 'local',
      value: typesOf('mail'),
      width: 50,
    },
    { header: 'messageReceiver.field.smsTypes', kind: 'local', value: typesOf('sms'), width: 50 },
  ],
  batch: async (actor, filters, after) => {
    if (after) return [];
    const { receivers, subscriptions } = await getReceiverBook(actor);
    const typesBy = (id: string, channel: ReceiverChannel) =>
      subscriptions
        .filter((row) => row.receiverId === id && row.channel === channel)
        .map(({ type }) => type);
    return fittingReceivers(receivers, filters).map((receiver) => ({
      ...receiver,
      types: { mail: typesBy(receiver.id, 'mail'), sms: typesBy(receiver.id, 'sms') },
    }));
  },
  cursor: ({ id }) => id,
});
