import { useTranslations } from 'next-intl';
import { DataTable } from '@/components/ui/data-table';
import type { ReceiverBook } from '@/lib/records/message-receiver/queries';
import {
  MESSAGE_GROUPS,
  MESSAGE_TYPES,
  type ReceiverChannel,
} from '@/lib/records/message-receiver/types';

/** Every message type with who gets it by mail and by SMS. */
export function TypeTable({ book, manages }: { book: ReceiverBook; manages: boolean }) {
  const t = useTranslations('messageReceiver');
  const ownerOf = (channel: ReceiverChannel) => {
    const address = channel === 'mail' ? book.owner.email : book.owner.phone;
    return address ? t('page.owner', { address }) : t('page.ownerNoPhone');
  };
  const namesOf = (type: string, channel: ReceiverChannel) => {
    const chosen = book.subscriptions
      .filter((row) => row.type === type && row.channel === channel)
      .map((row) => book.receivers.find(({ id }) => id === row.receiverId))
      .filter((receiver) => receiver !== undefined);
    if (chosen.length === 0) return { text: ownerOf(channel), tone: 'neutral' as const };
    return {
      text: chosen
        .map((receiver) =>
          channel === 'mail' && !receiver.emailVerifiedAt
            ? `${receiver.name} (${t('page.waiting')})`
            : receiver.name,
        )
        .join(' · '),
    };
  };
  const rows = MESSAGE_GROUPS.flatMap((group) =>
    MESSAGE_TYPES.filter((item) => item.group === group).map((item) => ({
      id: item.type,
      href: manages ? `/merchant/receivers/types/${item.type}` : undefined,
      cells: {
        type: {
          text: t(`type.${item.type}`),
          sub: 'code' in item ? t('page.code', { code: String(item.code) }) : undefined,
        },
        group: t(`group.${group}`),
        mail: namesOf(item.type, 'mail'),
        sms: namesOf(item.type, 'sms'),
      },
    })),
  );
  return (
    <DataTable
      caption={t('page.types')}
      columns={[
        { key: 'type', header: t('field.type'), kind: 'link', wrap: true },
        { key: 'group', header: t('field.group') },
        { key: 'mail', header: t('field.mail'), wrap: true },
        { key: 'sms', header: t('field.sms'), wrap: true },
      ]}
      rows={rows}
    />
  );
}
