import { countQueue } from '@/lib/records/review/queries';
import type { Counter } from './define';

export const reviewCounters: Counter[] = [
  {
    name: 'queue',
    portal: 'ops',
    href: '/ops/queue',
    permission: 'review.read',
    count: (actor) => countQueue(actor),
  },
  {
    name: 'queueOverdue',
    portal: 'ops',
    href: '/ops/queue?show=overdue',
    permission: 'review.read',
    count: (actor) => countQueue(actor, { show: 'overdue' }),
  },
];
