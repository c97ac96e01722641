import { z } from 'zod';
import { TIME_ZONE } from '@/lib/i18n/locales';
import { momentOf } from '@/lib/time/zoned';

// Filters come from addresses that people edit and share: what does not fit is left out, never an error.

/** A word to look for: trimmed, at most 100 characters, empty counts as absent. */
export const textFilter = z
  .string()
  .transform((text) => text.replaceAll('\0', '').trim().slice(0, 100))
  .pipe(z.string().min(1))
  .optional()
  .catch(undefined);

/** A day of a native date input: `2026-11-21`. */
export const dayFilter = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine((text) => momentOf(text, 'UTC') !== undefined)
  .optional()
  .catch(undefined);

/** A pattern for ILIKE that matches the text anywhere; its own wildcards are plain characters. */
export const contains = (text: string): string => `%${text.replaceAll(/[\\%_]/g, '\\$&')}%`;

/**
 * From the first moment of day `from` to the first moment after day `to`, in the marketplace's time zone.
 */
export function dayRange(
  { from, to }: { from?: string | undefined; to?: string | undefined },
  timeZone: string = TIME_ZONE,
): { from?: Date; to?: Date } {
  return {
    ...(from ? { from: startOfDay(from, timeZone) } : {}),
    ...(to ? { to: new Date(startOfDay(to, timeZone).getTime() + 86_400_000) } : {}),
  };
}

/** Midnight of a calendar day in a time zone. */
const startOfDay = (day: string, timeZone: string): Date =>
  momentOf(day, timeZone) ?? new Date(`${day}T00:00:00Z`);
