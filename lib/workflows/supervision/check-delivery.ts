import { type FieldComplaint, invalid } from '@/lib/errors';
import { momentOf } from '@/lib/time/zoned';
import type { SupervisionRow } from './machine';
import { documentComplaints } from './rules';
import type { DeliverInput } from './schema';

const MINUTE = 60_000;

/**
 * Checks a delivery against what its record demands. The actual enabling time may be left out; it lies between the
 * payment and now, because a period that began before the customer paid would be sold twice, and one that has not
 * begun is no fact. Forms give minutes, so the minute of the payment counts as after it.
 * @returns the actual enabling time, or null when it was not filled in
 * @throws DomainError invalid, with a complaint per field
 */
export function checkDelivery({
  row,
  input,
  now,
  timeZone,
}: {
  row: SupervisionRow;
  input: DeliverInput;
  now: Date;
  timeZone: string;
}): Date | null {
  const fields: Record<string, FieldComplaint | string> = documentComplaints(
    row.demands.delivery,
    input.documents,
  );
  if (row.demands.description && !input.description) fields.description = 'form.error.required';
  const enabledAt = input.enabledAt ? momentOf(input.enabledAt, timeZone) : null;
  const paidMinute = Math.floor(row.paidAt.getTime() / MINUTE) * MINUTE;
  if (enabledAt === undefined) fields.enabledAt = 'supervision.error.deliver.enabledAtUnreadable';
  else if (enabledAt && enabledAt > now)
    fields.enabledAt = 'supervision.error.deliver.enabledAtInFuture';
  else if (enabledAt && enabledAt.getTime() < paidMinute)
    fields.enabledAt = 'supervision.error.deliver.enabledAtBeforePayment';
  if (Object.keys(fields).length > 0) throw invalid(fields);
  return enabledAt ?? null;
}
