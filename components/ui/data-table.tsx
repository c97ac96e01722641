'use client';

import { useRouter } from 'next/navigation';
import type { MouseEvent, ReactNode } from 'react';
import { Badge } from './badge';
import { cx } from './class-names';
import { SmartLink } from './smart-link';
import type { Tone } from './tone';

/**
 * A cell, as plain data: a word, or a word with its second line, address and tone. `node` is the
 * way out for the rare cell that holds a small form.
 */
export type Cell =
  | string
  | number
  | null
  | undefined
  | {
      text: string;
      sub?: string;
      href?: string;
      tone?: Tone;
      title?: string;
      image?: string | null;
    }
  | { actions: { label: string; href: string }[] }
  | { node: ReactNode };

export type Column = {
  key: string;
  header: string;
  /** `money` and `number` align to the end with tabular figures; `link` carries the row's address. */
  kind?: 'text' | 'link' | 'money' | 'number' | 'badge' | 'date' | 'mono' | 'actions';
  align?: 'start' | 'end' | 'center';
  /** CSS width, e.g. `12rem`. */
  width?: string;
  /** Long text that may wrap; other cells stay on one line. */
  wrap?: boolean;
  /** A sortable header: its address and, when it is the current order, the direction. */
  sort?: { href: string; direction?: 'ascending' | 'descending' };
};

export type Row = {
  id: string;
  /** Clicking anywhere in the row goes here; the first `link` cell carries it for keyboards. */
  href?: string;
  cells: Record<string, Cell>;
  /** Overdue rows wear a mark at their edge. */
  tone?: Extract<Tone, 'warning' | 'danger'>;
};

export type DataTableProps = {
  columns: Column[];
  rows: Row[];
  /** Names the table for screen readers. */
  caption: string;
  /** At phone width rows stack into cards; `scroll` keeps columns and scrolls sideways. */
  narrow?: 'stack' | 'scroll';
  /** Shown instead of the table when there are no rows. */
  empty?: ReactNode;
};

const END = new Set(['money', 'number', 'actions']);

/** The one table of the house: plain element, plain rows (formatted on the server). */
export function DataTable({ columns, rows, caption, narrow = 'stack', empty }: DataTableProps) {
  const router = useRouter();
  if (rows.length === 0 && empty) return <div className="card">{empty}</div>;
  const open = (event: MouseEvent<HTMLTableSectionElement>) => {
    const target = event.target as HTMLElement;
    const href = target.closest('tr')?.dataset.href;
    if (!href || target.closest('a,button,input,label,select,summary')) return;
    if (window.getSelection()?.toString()) return;
    if (event.metaKey || event.ctrlKey) window.open(href, '_blank');
    else router.push(href);
  };
  return (
    <section
      className={cx('data-table', `data-table--${narrow}`)}
      aria-label={caption}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: keyboards must be able to scroll a wide table
      tabIndex={0}
    >
      <table>
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                data-align={alignOf(column)}
                style={column.width ? { width: column.width } : undefined}
                aria-sort={column.sort ? (column.sort.direction ?? 'none') : undefined}
              >
                {column.sort ? <SortLink column={column} /> : column.header}
              </th>
            ))}
          </tr>
        </thead>
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: keyboards use the link in the row */}
        <tbody onClick={open}>
          {rows.map((row) => (
            <tr key={row.id} data-href={row.href} data-tone={row.tone}>
              {columns.map((column) => (
                <td
                  key={column.key}
                  data-label={column.header}
                  data-align={alignOf(column)}
                  data-kind={column.kind}
                  data-wrap={column.wrap || undefined}
                >
                  <CellView cell={row.cells[column.key]} column={column} row={row} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function alignOf(column: Column) {
  return column.align ?? (column.kind && END.has(column.kind) ? 'end' : undefined);
}

function SortLink({ column }: { column: Column }) {
  return (
    <SmartLink href={column.sort?.href ?? ''} className="data-table__sort" scroll={false}>
      {column.header}
      <svg viewBox="0 0 8 12" aria-hidden="true" data-direction={column.sort?.direction}>
        <path d="M4 1 7 5H1z" />
        <path d="M4 11 1 7h6z" />
      </svg>
    </SmartLink>
  );
}

function CellView({ cell, column, row }: { cell: Cell; column: Column; row: Row }) {
  if (cell === null || cell === undefined || cell === '') {
    return <span className="text-muted">–</span>;
  }
  if (typeof cell === 'object' && 'node' in cell) return cell.node;
  if (typeof cell === 'object' && 'actions' in cell) {
    return (
      <span className="inline-flex gap-4">
        {cell.actions.map((action) => (
          <SmartLink key={action.href} href={action.href} className="link">
            {action.label}
          </SmartLink>
        ))}
      </span>
    );
  }
  const value = typeof cell === 'object' ? cell : { text: String(cell) };
  const href = value.href ?? (column.kind === 'link' ? row.href : undefined);
  const words =
    column.kind === 'badge' ? <Badge tone={value.tone}>{value.text}</Badge> : value.text;
  const lead = (
    <span className="min-w-0" title={value.title}>
      {href ? (
        <SmartLink href={href} className="link">
          {words}
        </SmartLink>
      ) : (
        <span className={column.kind !== 'badge' && value.tone ? `text-${value.tone}` : undefined}>
          {words}
        </span>
      )}
      {value.sub && <span className="data-table__sub">{value.sub}</span>}
    </span>
  );
  if (value.image === undefined) return lead;
  return (
    <span className="data-table__lead">
      <Thumbnail src={value.image} />
      {lead}
    </span>
  );
}

function Thumbnail({ src }: { src: string | null }) {
  if (!src) return <span className="data-table__thumb" />;
  // biome-ignore lint/performance/noImgElement: files pass their own authorization check
  return <img className="data-table__thumb" src={src} alt="" loading="lazy" />;
}
