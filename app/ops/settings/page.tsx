import { ListPage } from '@/components/shell/list-page';
import { Section } from '@/components/ui/card';
import { DataTable } from '@/components/ui/data-table';
import { requireOperator } from '@/lib/auth/session';
import { getFormat, getT } from '@/lib/i18n/server';
import { listSettings } from '@/lib/records/setting/queries';
import { brief } from './brief';

export default async function SettingsPage() {
  const actor = await requireOperator('setting.read');
  const [t, format, settings] = await Promise.all([
    getT('setting'),
    getFormat(),
    listSettings(actor),
  ]);
  const groups = [...new Set(settings.map(({ key }) => key.split('.')[0] ?? ''))].sort();
  const columns = [
    { key: 'name', header: t('field.name'), kind: 'link' as const, wrap: true },
    { key: 'value', header: t('field.value'), wrap: true },
    { key: 'upcoming', header: t('field.upcoming') },
    { key: 'rule', header: t('field.rule') },
  ];
  return (
    <ListPage title={t('list.title')} description={t('list.description')}>
      <div className="flex flex-col gap-4">
        {groups.map((group) => (
          <Section key={group} title={t(`group.${group}`)} flush>
            <DataTable
              caption={t(`group.${group}`)}
              columns={columns}
              rows={settings
                .filter(({ key }) => key.startsWith(`${group}.`))
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
                    rule: row.rule,
                  },
                }))}
            />
          </Section>
        ))}
      </div>
    </ListPage>
  );
}
