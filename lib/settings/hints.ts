import { z } from 'zod';
import { LOCALES, type Locale } from '@/lib/i18n/locales';

/** Units that cells of a table are read and typed in, where the value itself is another number. */
export type CellUnit = 'fen' | 'bytes' | 'basisPoints' | 'percent' | 'seconds' | 'months';

/** What the editor of rules cannot read from a schema. */
export interface Hints {
  /** Catalog that names an object's columns (`<words>.<column>`) or a choice's values (`<words>.<value>`). */
  words?: string;
  /** Values to choose from where the schema takes any code, so that codes of a later day need no new schema. */
  offers?: readonly string[];
  unit?: CellUnit;
  /** Columns that name a row; no two rows have the same. */
  by?: readonly string[];
}

/** Hints by schema. A method called on a schema makes another one: hints come last. */
export const hints = z.registry<Hints>();

/** One of a few values, named in the catalog `words`. */
export const choice = <const T extends readonly [string, ...string[]]>(values: T, words: string) =>
  z.enum(values).register(hints, { words });

/** Any code; the known ones are offered by their names in the catalog `words`. */
export const knownCode = (offers: readonly string[], words: string) =>
  z.string().min(1).max(40).register(hints, { words, offers });

/** A code that rows are known by in records, so that it must stay as it is. */
export const codeOf = (pattern: RegExp) => z.string().regex(pattern, 'setting.error.code');

/** A text in every language. */
export const textPerLocale = (most: (locale: Locale) => number) =>
  z.object(
    Object.fromEntries(
      LOCALES.map((locale) => [locale, z.string().trim().min(1).max(most(locale))]),
    ) as Record<Locale, z.ZodString>,
  );

/** Rows of which no two have the same values in the columns `by`; the later one is told so at the last of them. */
export function rowsNamedBy<T extends object>(
  rows: z.ZodArray<z.ZodType<T>>,
  ...by: [keyof T & string, ...(keyof T & string)[]]
) {
  return rows
    .superRefine((list, context) => {
      const seen = new Set<string>();
      list.forEach((row, i) => {
        const name = JSON.stringify(by.map((column) => row[column]));
        if (seen.has(name))
          context.addIssue({
            code: 'custom',
            path: [i, by[by.length - 1] as string],
            message: 'setting.error.twice',
          });
        seen.add(name);
      });
    })
    .register(hints, { by });
}
