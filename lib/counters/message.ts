import { countMessages } from '@/lib/records/message/queries';
import type { Counter } from './define';

export const messageCounters: Counter[] = [
  {
    name: 'messagesFailed',
    portal: 'ops',
    href: '/ops/messages?state=failed',
    permission: 'message.read',
    count: (actor) => countMessages(actor, 'failed'),
  },
  {
    name: 'messagesUnknown',
    portal: 'ops',
    href: '/ops/messages?state=unknown',
    permission: 'message.read',
    count: (actor) => countMessages(actor, 'unknown'),
  },
];
