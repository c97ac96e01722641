import type { ReactNode } from 'react';
import { ListPage } from '@/components/shell/list-page';
import { ButtonLink } from '@/components/ui/button';
import { type Column, DataTable, type Row } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { ExportLinks } from '@/components/ui/export-links';
import { FilterBar, type FilterField } from '@/components/ui/filter-bar';
import { Pager } from '@/components/ui/pager';
import { getFormat, getT } from '@/lib/i18n/server';
import { COUNT_CAP } from '@/lib/list/keyset';
import { pageLinks } from '@/lib/list/search-params';

export interface ConductListProps {
  /** Whose words the list speaks: `<noun>.list.*`. */
  noun: 'standing' | 'violation' | 'announcement';
  /** The list's own address. */
  here: string;
  /** Address of its export with the same filters. */
  exported: string;
  /** The address's parameters, as they are and as they were understood. */
  values: Record<string, string | undefined>;
  filters: Record<string, unknown>;
  count: number;
  next: string | undefined;
  /** What can be started from here, for who may. */
  start?: { label: string; href: string } | false;
  fields: FilterField[];
  keep?: string[];
  columns: Column[];
  rows: Row[];
  /** What an empty list teaches. */
  teach: ReactNode;
}

/** The frame that operations' lists of standings, violations and announcements share (onboarding.md 9). */
export async function ConductList(props: ConductListProps) {
  const { noun, here, exported, values, filters, count, next, start } = props;
  const { fields, keep, columns, rows, teach } = props;
  const [t, format] = await Promise.all([getT(`${noun}.list`), getFormat()]);
  const counted = format.count(count, count >= COUNT_CAP);
  const filtered = Object.values(filters).some(Boolean);
  return (
    <ListPage
      title={t('title')}
      count={counted}
      actions={
        <>
          <ExportLinks href={exported} />
          {start && (
            <ButtonLink look="primary" href={start.href}>
              {start.label}
            </ButtonLink>
          )}
        </>
      }
      filters={<FilterBar action={here} values={values} keep={keep ?? []} fields={fields} />}
      pager={<Pager {...pageLinks(here, values, next)} total={counted} />}
    >
      <DataTable
        caption={t('title')}
        columns={columns}
        rows={rows}
        empty={
          filtered ? (
            <EmptyState
              title={t('noneTitle')}
              actions={<ButtonLink href={here}>{t('all')}</ButtonLink>}
            >
              {t('noneText')}
            </EmptyState>
          ) : (
            <EmptyState title={t('emptyTitle')}>{teach}</EmptyState>
          )
        }
      />
    </ListPage>
  );
}
