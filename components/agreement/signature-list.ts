import type { Column, Row } from '@/components/ui/data-table';
import type { FilterField } from '@/components/ui/filter-bar';
import { AGREEMENT_KINDS } from '@/db/schema/agreement';
import type { Locale } from '@/lib/i18n/locales';
import type { Format } from '@/lib/i18n/server';
import type { Translate } from '@/lib/i18n/translator';
import type { Signature } from '@/lib/records/agreement/queries';

/** Columns of "my agreements" (onboarding.md 4). */
export const signatureColumns = (t: Translate): Column[] => [
  { key: 'title', header: t('field.title'), kind: 'link', wrap: true },
  { key: 'version', header: t('field.version') },
  { key: 'at', header: t('field.at'), kind: 'date' },
  { key: 'ip', header: t('field.ip'), kind: 'mono' },
  { key: 'actions', header: t('field.actions'), kind: 'actions' },
];

/** What "my agreements" can be searched by. */
export const signatureFields = (t: Translate): FilterField[] => [
  { kind: 'search', name: 'q', placeholder: t('list.search') },
  {
    kind: 'select',
    name: 'kind',
    label: t('field.kind'),
    options: AGREEMENT_KINDS.map((value) => ({ value, label: t(`kind.${value}`) })),
  },
];

/** Signed agreements as rows. @param path where one is looked at, e.g. `/buyer/agreements`; none: the text itself */
export const signatureRows = (
  rows: readonly Signature[],
  { t, locale, format, path }: { t: Translate; locale: Locale; format: Format; path?: string },
): Row[] =>
  rows.map((row) => {
    const href = path ? `${path}/${row.id}` : `/ops/agreements/${row.agreementId}`;
    return {
      id: row.id,
      href,
      cells: {
        title: { text: row.title[locale], sub: t(`kind.${row.kind}`) },
        version: t('versionNumber', { version: row.version }),
        at: format.dateTime(row.at),
        ip: row.ip,
        actions: { actions: [{ label: t('view'), href }] },
      },
    };
  });
