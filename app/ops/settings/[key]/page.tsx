import { notFound } from 'next/navigation';
import { SettingChangeForm } from '@/components/setting/setting-change-form';
import { DetailPage } from '@/components/shell/detail-page';
import { Section } from '@/components/ui/card';
import { DataTable } from '@/components/ui/data-table';
import { Words } from '@/components/ui/words';
import { can } from '@/lib/auth/permissions';
import { requireOperator } from '@/lib/auth/session';
import { getFormat, getT } from '@/lib/i18n/server';
import { readClock } from '@/lib/records/clock/queries';
import { brief } from '@/lib/records/setting/brief';
import { listSettings, listSettingVersions } from '@/lib/records/setting/queries';
import { change } from '../actions';
import { inWords } from '../in-words';

export default async function SettingPage({ params }: { params: Promise<{ key: string }> }) {
  const actor = await requireOperator('setting.read');
  const key = decodeURIComponent((await params).key);
  const [t, format, settings, { now }] = await Promise.all([
    getT('setting'),
    getFormat(),
    listSettings(actor),
    readClock(actor),
  ]);
  const row = settings.find((item) => item.key === key);
  if (!row) notFound();
  const versions = await listSettingVersions(actor, row.key);
  const current = versions.find((version) => version.effectiveFrom <= now);
  return (
    <DetailPage
      title={t(`label.${row.key}`)}
      breadcrumb={[{ label: t('list.title'), href: '/ops/settings' }]}
      description={row.key}
    >
      <Section title={t('detail.now')}>
        {inWords(row.key, row.value) ?? <p className="num">{brief(row.value, row.unit, t)}</p>}
        {typeof row.value === 'object' && (
          <pre
            // biome-ignore lint/a11y/noNoninteractiveTabindex: keyboards must be able to scroll it
            tabIndex={0}
            className="mt-3 max-h-80 overflow-auto rounded-lg bg-default p-3 text-[13px]"
          >
            {JSON.stringify(row.value, null, 2)}
          </pre>
        )}
      </Section>
      {can(actor, 'setting.change') && (
        <Section title={t('detail.change')} description={t('detail.changeHint')}>
          <Words namespaces={['ui', 'setting']}>
            <SettingChangeForm
              action={change}
              settingKey={row.key}
              value={row.value}
              unit={row.unit}
            />
          </Words>
        </Section>
      )}
      <Section title={t('detail.versions')} flush>
        <DataTable
          caption={t('detail.versions')}
          columns={[
            { key: 'from', header: t('field.effectiveFrom') },
            { key: 'value', header: t('field.then'), wrap: true },
            { key: 'note', header: t('field.note'), wrap: true },
          ]}
          rows={[
            ...versions.map((version) => ({
              id: version.id,
              cells: {
                from: {
                  text: format.dateTime(version.effectiveFrom),
                  sub:
                    version === current
                      ? t('holds')
                      : version.effectiveFrom > now
                        ? t('scheduled')
                        : '',
                },
                value: brief(version.value, row.unit, t),
                note: version.note,
              },
            })),
            {
              id: 'default',
              cells: {
                from: { text: t('fromStart'), sub: current ? '' : t('holds') },
                value: row.isDefault ? brief(row.value, row.unit, t) : t('defaultValue'),
                note: null,
              },
            },
          ]}
        />
      </Section>
    </DetailPage>
  );
}
