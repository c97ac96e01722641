import type { z } from 'zod';
import type { Actor } from '@/lib/auth/actor';
import type { Permission } from '@/lib/auth/permissions';
import type { Portal } from '@/lib/auth/viewer';
import type { Locale } from '@/lib/i18n/locales';

/** A text kept in every language of the house. */
export type LocalText = Readonly<Record<Locale, string>>;

/** What a cell may hold before it is written: money is whole fen, a `word` is a catalog key. */
export type ExportValue = string | number | bigint | Date | LocalText | null | undefined;

export interface ExportColumn<Row> {
  /** Catalog key of the header. */
  header: string;
  /**
   * `money`: fen, written as yuan. `word`: a catalog key, or words of the operators' own for it; `local`: a text in
   * every language. Both are written in the reader's language.
   */
  kind: 'text' | 'number' | 'money' | 'date' | 'dateTime' | 'word' | 'local';
  value: (row: Row) => ExportValue;
  /** Width in characters in Excel; 18 when not given. */
  width?: number;
}

export interface ExportSpec<Row, Filters> {
  /** Whose list it is: the hat under which the rows are read. */
  portal: Portal;
  permission: Permission;
  /** Catalog key of the list's name; also the name of the file. */
  title: string;
  /** Parses the list's own address parameters; the list page uses the same schema. */
  filters: z.ZodType<Filters>;
  columns: readonly ExportColumn<Row>[];
  /**
   * One keyset batch under the actor's own fence.
   * @param after cursor of the row before the batch
   */
  batch: (
    actor: Actor,
    filters: Filters,
    after: string | undefined,
    size: number,
  ) => Promise<Row[]>;
  cursor: (row: Row) => string;
}

/** An entry of the registry, whatever its rows are. */
export interface ExportList {
  portal: Portal;
  permission: Permission;
  title: string;
  /** Header key, kind and width per column, in order. */
  columns: readonly Omit<ExportColumn<never>, 'value'>[];
  /** Parses address parameters; answers the filters for `rows`. @throws ZodError */
  parse: (params: Record<string, string>) => unknown;
  /** All rows as values, batch by batch. */
  rows: (actor: Actor, filters: unknown) => AsyncGenerator<ExportValue[][]>;
}

/** Rows that one transaction reads. */
export const EXPORT_BATCH = 500;

/** Declares the export of one list; rows are fetched in keyset batches, never held all at once. */
export function defineExport<Row, Filters>(spec: ExportSpec<Row, Filters>): ExportList {
  return {
    portal: spec.portal,
    permission: spec.permission,
    title: spec.title,
    columns: spec.columns,
    parse: (params) => spec.filters.parse(params),
    async *rows(actor, filters) {
      for (let after: string | undefined; ; ) {
        const rows = await spec.batch(actor, filters as Filters, after, EXPORT_BATCH);
        if (rows.length > 0) {
          yield rows.map((row) => spec.columns.map((column) => column.value(row)));
        }
        const last = rows.at(-1);
        if (rows.length < EXPORT_BATCH || last === undefined) return;
        after = spec.cursor(last);
      }
    },
  };
}

/**
 * Makes columns whose headers are the fields of one noun, `<noun>.field.<name>`.
 * @returns `(kind, name, value, width = 18)` as a column
 */
export const columnsOf =
  <Row>(noun: string) =>
  (
    kind: ExportColumn<Row>['kind'],
    name: string,
    value: ExportColumn<Row>['value'],
    width = 18,
  ): ExportColumn<Row> => ({ header: `${noun}.field.${name}`, kind, value, width });
