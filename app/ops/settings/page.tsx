import { ListPage } from '@/components/shell/list-page';
import { ButtonLink } from '@/components/ui/button';
import { Section } from '@/components/ui/card';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { ExportLinks } from '@/components/ui/export-links';
import { FilterBar } from '@/components/ui/filter-bar';
import { requireOperator } from '@/lib/auth/session';
import { getFormat, getT } from '@/lib/i18n/server';
import { exportHref, listParams, type SearchParams } from '@/lib/list/search-params';
import { brief } from '@/lib/records/setting/brief';
import {
  findSettings,
  SETTING_GROUPS,
  settingFilters,
  settingGroup,
} from '@/lib/records/setting/queries';

export default async function SettingsPage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireOperator('setting.read');
  const values = await listParams(searchParams);
  const [t, format, settings] = await Promise.all([
    getT('setting'),
    getFormat(),
    findSettings(actor, settingFilters.parse(values)),
  ]);
  const groups = SETTING_GROUPS.filter((group) =>
    settings.some(({ key }) => settingGroup(key) === group),
  );
  const columns = [
    { key: 'name', header: t('field.name'), kind: 'link' as const, wrap: true },
    { key: 'value', header: t('field.value'), wrap: true },
    { key: 'upcoming', header: t('field.upcoming') },
  ];
  return (
    <ListPage
      title={t('list.title')}
      count={format.count(settings.length)}
      description={t('list.description')}
      actions={<ExportLinks href={exportHref('ops-settings', values)} />}
      filters={
        <FilterBar
          action="/ops/settings"
          values={values}
          fields={[
            { kind: 'search', name: 'q', placeholder: t('list.search') },
            {
              kind: 'select',
              name: 'group',
              label: t('field.group'),
              options: SETTING_GROUPS.map((value) => ({ value, label: t(`group.${value}`) })),
            },
            {
              kind: 'select',
              name: 'changed',
              label: t('field.changed'),
              options: ['default', 'changed']
                .map((value) => ({ value, label: t(value) }))
                .concat({
                  value: 'upcoming',
                  label: t('field.upcoming'),
                }),
            },
          ]}
        />
      }
    >
      {settings.length === 0 && (
        <div className="card">
          <EmptyState
            title={t('list.noneTitle')}
            actions={<ButtonLink href="/ops/settings">{t('list.all')}</ButtonLink>}
          >
            {t('list.noneText')}
          </EmptyState>
        </div>
      )}
      <div className="flex flex-col gap-4">
        {groups.map((group) => (
          <Section key={group} title={t(`group.${group}`)} flush>
            <DataTable
              caption={t(`group.${group}`)}
              columns={columns}
              rows={settings
                .filter(({ key }) => settingGroup(key) === group)
                .map((row) => ({
                  id: row.key,
                  href: `/ops/settings/${encodeURIComponent(row.key)}`,
                  cells: {
                    name: { text: t(`label.${row.key}`), sub: row.key },
                    value: {
                      text: brief(row.value, row.unit, t),
                      sub: row.isDefault ? t('default') : t('changed'),
                    },
                    upcoming: row.upcoming
                      ? {
                          text: brief(row.upcoming.value, row.unit, t),
                          sub: format.dateTime(row.upcoming.effectiveFrom),
                        }
                      : null,
                  },
                }))}
            />
          </Section>
        ))}
      </div>
    </ListPage>
  );
}
