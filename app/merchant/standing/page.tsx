import { ListPage } from '@/components/shell/list-page';
import { StandingFacts } from '@/components/standing/standing-facts';
import { ButtonLink } from '@/components/ui/button';
import { Section } from '@/components/ui/card';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { ExportLinks } from '@/components/ui/export-links';
import { FilterBar } from '@/components/ui/filter-bar';
import { Pager } from '@/components/ui/pager';
import { violationColumns, violationRows } from '@/components/violation/violation-rows';
import { EvidenceTimeline } from '@/components/workflow/evidence-timeline';
import { VIOLATION_STATES } from '@/db/schema/violation';
import { listEvidence } from '@/lib/audit/queries';
import { requireMerchant } from '@/lib/auth/session';
import { currentLocale, getFormat, getT } from '@/lib/i18n/server';
import { exportHref, listParams, pageLinks, type SearchParams } from '@/lib/list/search-params';
import { getOwnStanding } from '@/lib/workflows/standing/queries';
import { listViolations, violationFilters } from '@/lib/workflows/violation/queries';

const HERE = '/merchant/standing';

/** Where the merchant stands: list, points, violations, what happened (onboarding.md 9). */
export default async function StandingPage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireMerchant('standing.read');
  const values = await listParams(searchParams);
  const { merchantId: _, ...filters } = violationFilters.parse(values);
  const [t, v, locale, format, standing, page] = await Promise.all([
    getT('standing'),
    getT('violation'),
    currentLocale(),
    getFormat(),
    getOwnStanding(actor),
    listViolations(actor, filters, values.after),
  ]);
  const history = standing?.id ? await listEvidence(actor, 'standing', standing.id) : [];
  const filtered = Object.values(filters).some(Boolean);
  return (
    <>
      <ListPage
        title={t('page.title')}
        actions={<ExportLinks href={exportHref('merchant-violations', values)} />}
        tabs={
          standing && (
            <Section title={t('page.now')}>
              <StandingFacts standing={standing} format={format} />
            </Section>
          )
        }
        filters={
          <FilterBar
            action={HERE}
            values={values}
            fields={[
              { kind: 'search', name: 'q', placeholder: v('list.searchOwn') },
              {
                kind: 'select',
                name: 'state',
                label: v('field.state'),
                options: VIOLATION_STATES.map((value) => ({ value, label: v(`state.${value}`) })),
              },
              { kind: 'dates', from: 'from', to: 'to', label: v('list.time') },
            ]}
          />
        }
        pager={<Pager {...pageLinks(HERE, values, page.next)} />}
      >
        <DataTable
          caption={t('page.violations')}
          columns={violationColumns(v, false)}
          rows={violationRows(page.rows, HERE, { t: v, locale, format })}
          empty={
            filtered ? (
              <EmptyState
                title={v('list.noneTitle')}
                actions={<ButtonLink href={HERE}>{v('list.all')}</ButtonLink>}
              >
                {v('list.noneText')}
              </EmptyState>
            ) : (
              <EmptyState title={v('list.emptyTitle')}>{v('list.emptyOwn')}</EmptyState>
            )
          }
        />
      </ListPage>
      {history.length > 1 && (
        <div className="mt-4">
          <Section title={t('page.history')}>
            <EvidenceTimeline rows={history.filter(({ event }) => event !== 'open')} />
          </Section>
        </div>
      )}
    </>
  );
}
