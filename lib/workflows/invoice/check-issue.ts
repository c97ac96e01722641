import { type FieldComplaint, invalid } from '@/lib/errors';
import type { InvoiceNumbering } from '@/lib/settings/registry/invoice';
import { dayOf } from '@/lib/time/working-days';
import { momentOf } from '@/lib/time/zoned';
import type { InvoiceRow } from './machine';
import type { IssueInput } from './schema';

type Row = Pick<InvoiceRow, 'medium' | 'kind' | 'createdAt'>;

/** How the tax system numbers such an invoice. */
export const numberingOf = (
  table: readonly InvoiceNumbering[],
  { medium, kind }: Pick<InvoiceRow, 'medium' | 'kind'>,
): InvoiceNumbering =>
  table.find((row) => row.medium === medium && (!row.kind || row.kind === kind)) ?? {
    medium,
    numberDigits: 8,
    codeDigits: [],
  };

const isDigits = (text: string, lengths: readonly number[]) =>
  /^\d+$/.test(text) && lengths.includes(text.length);

/**
 * Checks what a merchant enters when it issues: number, code and date as the tax system writes them, courier and
 * tracking number for paper, a file for the others (money.md 2.4).
 * @throws DomainError invalid, with a complaint per field
 */
export function checkIssue(
  row: Row,
  input: IssueInput,
  { formats, now, timeZone }: { formats: readonly InvoiceNumbering[]; now: Date; timeZone: string },
): void {
  const fields: Record<string, FieldComplaint | string> = {};
  const { numberDigits, codeDigits } = numberingOf(formats, row);
  const error = (name: string) => `invoice.error.issue.${name}`;
  if (!input.fiscalNumber) fields.fiscalNumber = 'form.error.required';
  else if (!isDigits(input.fiscalNumber, [numberDigits]))
    fields.fiscalNumber = { key: error('number'), params: { digits: numberDigits } };
  if (codeDigits.length === 0) {
    if (input.fiscalCode) fields.fiscalCode = error('codeNotTaken');
  } else if (!input.fiscalCode) fields.fiscalCode = 'form.error.required';
  else if (!isDigits(input.fiscalCode, codeDigits))
    fields.fiscalCode = { key: error('code'), params: { digits: codeDigits.join(' / ') } };
  const date = dateComplaint(row, input.fiscalDate, now, timeZone);
  if (date) fields.fiscalDate = date;
  if (row.medium === 'paper') {
    if (!input.courier) fields.courier = 'form.error.required';
    if (!input.trackingNumber) fields.trackingNumber = 'form.error.required';
    else if (!/^[A-Za-z0-9-]{6,40}$/.test(input.trackingNumber))
      fields.trackingNumber = error('tracking');
  } else if (!input.fileId) fields.fileId = error('fileMissing');
  if (Object.keys(fields).length > 0) throw invalid(fields);
}

function dateComplaint(row: Row, text: string, now: Date, timeZone: string): string | undefined {
  if (!text) return 'form.error.required';
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || !momentOf(text, timeZone)) {
    return 'invoice.error.issue.dateUnreadable';
  }
  if (text > dayOf(now, timeZone)) return 'invoice.error.issue.dateInFuture';
  // An invoice from before the application was made out to something else.
  return text < dayOf(row.createdAt, timeZone) ? 'invoice.error.issue.dateTooEarly' : undefined;
}
