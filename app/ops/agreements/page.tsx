import { ListPage } from '@/components/shell/list-page';
import { ButtonLink } from '@/components/ui/button';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { can } from '@/lib/auth/permissions';
import { requireOperator } from '@/lib/auth/session';
import { currentLocale, getFormat, getT } from '@/lib/i18n/server';
import { listAgreements } from '@/lib/records/agreement/queries';

const TONES = {
  current: 'success',
  announced: 'info',
  past: 'neutral',
  overtaken: 'neutral',
} as const;

export default async function AgreementsPage() {
  const actor = await requireOperator('agreement.read');
  const [t, locale, format, rows] = await Promise.all([
    getT('agreement'),
    currentLocale(),
    getFormat(),
    listAgreements(actor),
  ]);
  return (
    <ListPage
      title={t('ops.title')}
      count={format.count(rows.length)}
      description={t('ops.lead')}
      actions={
        can(actor, 'agreement.manage') && (
          <ButtonLink look="primary" href="/ops/agreements/new">
            {t('ops.add')}
          </ButtonLink>
        )
      }
    >
      <DataTable
        caption={t('ops.title')}
        columns={[
          { key: 'kind', header: t('field.kind') },
          { key: 'title', header: t('field.title'), kind: 'link', wrap: true },
          { key: 'version', header: t('field.version') },
          { key: 'standing', header: t('field.standing'), kind: 'badge' },
          { key: 'effectiveFrom', header: t('field.effectiveFrom'), kind: 'date' },
        ]}
        rows={rows.map((row) => ({
          id: row.id,
          href: `/ops/agreements/${row.id}`,
          cells: {
            kind: t(`kind.${row.kind}`),
            title: { text: row.title[locale], sub: row.summary[locale] },
            version: t('versionNumber', { version: row.version }),
            standing: { text: t(`standing.${row.standing}`), tone: TONES[row.standing] },
            effectiveFrom: format.dateTime(row.effectiveFrom),
          },
        }))}
        empty={<EmptyState title={t('ops.emptyTitle')}>{t('ops.emptyText')}</EmptyState>}
      />
    </ListPage>
  );
}
