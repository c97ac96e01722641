import type { Format } from '@/lib/i18n/server';
import type { VoucherRow } from '@/lib/workflows/voucher/machine';

/** The last moment that still counts: a batch ends with its last day. */
export const lastMoment = (endsAt: Date): Date => new Date(endsAt.getTime() - 1);

/** Validity in days, the last one included. */
export const validity = (format: Format, batch: Pick<VoucherRow, 'startsAt' | 'endsAt'>): string =>
  `${format.date(batch.startsAt)} – ${format.date(lastMoment(batch.endsAt))}`;
