import { ListPage } from '@/components/shell/list-page';
import { ButtonLink } from '@/components/ui/button';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { ExportLinks } from '@/components/ui/export-links';
import { FilterBar } from '@/components/ui/filter-bar';
import { can } from '@/lib/auth/permissions';
import { requireOperator } from '@/lib/auth/session';
import { currentLocale, getFormat, getT } from '@/lib/i18n/server';
import { exportHref, listParams, type SearchParams } from '@/lib/list/search-params';
import { fieldKey } from '@/lib/records/review-rule/field-key';
import { listRules, ruleFilters } from '@/lib/records/review-rule/queries';

export default async function ReviewRulesPage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireOperator('reviewRule.read');
  const values = await listParams(searchParams);
  const [t, locale, format, shown] = await Promise.all([
    getT('reviewRule'),
    currentLocale(),
    getFormat(),
    listRules(actor, ruleFilters.parse(values)),
  ]);
  const choices = (group: string, list: string[]) =>
    list.map((value) => ({ value, label: t(`${group}.${value}`) }));
  return (
    <ListPage
      title={t('list.title')}
      count={format.count(shown.length)}
      description={t('list.description')}
      actions={
        <>
          <ExportLinks href={exportHref('review-rules', values)} />
          {can(actor, 'reviewRule.change') && (
            <ButtonLink look="primary" href="/ops/review-rules/new">
              {t('event.add')}
            </ButtonLink>
          )}
        </>
      }
      filters={
        <FilterBar
          action="/ops/review-rules"
          values={values}
          fields={[
            { kind: 'search', name: 'q', placeholder: t('list.search') },
            {
              kind: 'select',
              name: 'by',
              label: t('field.by'),
              options: choices('by', ['machine', 'eyes']),
            },
            {
              kind: 'select',
              name: 'state',
              label: t('field.state'),
              options: choices('state', ['on', 'off']),
            },
          ]}
        />
      }
    >
      <DataTable
        caption={t('list.title')}
        columns={[
          { key: 'id', header: t('field.id'), kind: 'mono', width: '6rem' },
          { key: 'text', header: t('field.text'), kind: 'link', wrap: true },
          { key: 'field', header: t('field.field') },
          { key: 'by', header: t('field.by') },
          { key: 'severity', header: t('field.severity') },
          { key: 'state', header: t('field.state'), kind: 'badge' },
        ]}
        rows={shown.map((rule) => ({
          id: rule.id,
          href: `/ops/review-rules/${rule.id}`,
          cells: {
            id: rule.id,
            text:
              locale === 'en'
                ? { text: rule.textEn, sub: rule.textZh }
                : { text: rule.textZh, sub: rule.textEn },
            field: t(`fieldName.${fieldKey(rule.field)}`),
            by: rule.check ? t(`check.${rule.check.kind}`) : t('by.eyes'),
            severity: rule.check ? t(`severity.${rule.severity}`) : null,
            state: rule.enabled
              ? { text: t('state.on'), tone: 'success' as const }
              : { text: t('state.off'), tone: 'neutral' as const },
          },
        }))}
        empty={
          <EmptyState
            title={t('list.noneTitle')}
            actions={<ButtonLink href="/ops/review-rules">{t('list.all')}</ButtonLink>}
          >
            {t('list.noneText')}
          </EmptyState>
        }
      />
    </ListPage>
  );
}
