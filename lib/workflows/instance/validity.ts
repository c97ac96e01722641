import { addMonths } from '@/lib/time/add-months';

export interface ValidityInput {
  billing: 'oneTime' | 'month' | 'year';
  /** Months or years that were bought; not looked at for a one-time purchase. */
  periods: number;
  /** Actual enabling time that the merchant filled in, if it did. */
  enabledAt: Date | null;
  acceptedAt: Date;
  timeZone: string;
}

export interface Validity {
  from: Date;
  /** Null: without end. */
  until: Date | null;
  startsBy: 'enabled' | 'accepted';
}

/**
 * Validity of a supervised purchase: from the actual enabling time when the merchant filled it in, else from the
 * acceptance, for the bought calendar months or years. Applied when the order closes (orders-and-refunds.md 3).
 */
export function validityOf(input: ValidityInput): Validity {
  const { billing, periods, enabledAt, acceptedAt, timeZone } = input;
  const from = enabledAt ?? acceptedAt;
  const startsBy = enabledAt ? 'enabled' : 'accepted';
  if (billing === 'oneTime') return { from, until: null, startsBy };
  const months = billing === 'year' ? periods * 12 : periods;
  return { from, until: addMonths(from, months, timeZone), startsBy };
}
