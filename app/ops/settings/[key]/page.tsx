import { notFound } from 'next/navigation';
import { DifferenceList } from '@/components/setting/difference-list';
import { SettingChangeForm, SettingJsonForm } from '@/components/setting/setting-change-form';
import { SettingValue } from '@/components/setting/setting-value';
import { DetailPage } from '@/components/shell/detail-page';
import { Section } from '@/components/ui/card';
import { DataTable } from '@/components/ui/data-table';
import { Words } from '@/components/ui/words';
import { can } from '@/lib/auth/permissions';
import { requireOperator } from '@/lib/auth/session';
import { getFormat, getT } from '@/lib/i18n/server';
import { readClock } from '@/lib/records/clock/queries';
import { differencesOf } from '@/lib/records/setting/differences';
import { settingForm } from '@/lib/records/setting/form';
import { listSettings, listSettingVersions } from '@/lib/records/setting/queries';
import { SETTINGS } from '@/lib/settings/registry';
import { change } from '../actions';

export default async function SettingPage({ params }: { params: Promise<{ key: string }> }) {
  const actor = await requireOperator('setting.read');
  const key = decodeURIComponent((await params).key);
  const [t, words, format, settings, { now }] = await Promise.all([
    getT('setting'),
    getT(),
    getFormat(),
    listSettings(actor),
    readClock(actor),
  ]);
  const row = settings.find((item) => item.key === key);
  if (!row) notFound();
  const versions = await listSettingVersions(actor, row.key);
  const form = settingForm(row.key, row.value, words);
  const about = form.shape.kind === 'rows' ? `${form.shape.row.words}.about` : '';
  const defaultValue = SETTINGS[row.key].default;
  const current = versions.find((version) => version.effectiveFrom <= now);
  return (
    <DetailPage
      title={t(`label.${row.key}`)}
      breadcrumb={[{ label: t('list.title'), href: '/ops/settings' }]}
      description={row.key}
    >
      <Section
        title={t('detail.now')}
        flush={form.shape.kind === 'rows'}
        description={words.has(about) ? words(about) : undefined}
      >
        <SettingValue shape={form.shape} value={row.value} caption={t(`label.${row.key}`)} />
      </Section>
      {can(actor, 'setting.change') && (
        <Section title={t('detail.change')} description={t('detail.changeHint')}>
          <Words namespaces={['setting', 'settingTable']}>
            <SettingChangeForm
              key={versions[0]?.id}
              action={change}
              settingKey={row.key}
              {...form}
            />
            {typeof row.value === 'object' && (
              <SettingJsonForm
                key={`json ${versions[0]?.id}`}
                action={change}
                settingKey={row.key}
                json={JSON.stringify(row.value, null, 2)}
              />
            )}
          </Words>
        </Section>
      )}
      <Section title={t('detail.versions')} flush>
        <DataTable
          caption={t('detail.versions')}
          columns={[
            { key: 'from', header: t('field.effectiveFrom') },
            { key: 'differences', header: t('field.differences'), wrap: true },
            { key: 'note', header: t('field.note'), wrap: true },
          ]}
          rows={[
            ...versions.map((version, i) => ({
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
                differences: {
                  node: (
                    <DifferenceList
                      differences={differencesOf(
                        form.shape,
                        versions[i + 1]?.value ?? defaultValue,
                        version.value,
                        words,
                      )}
                    />
                  ),
                },
                note: version.note,
              },
            })),
            {
              id: 'default',
              cells: {
                from: { text: t('fromStart'), sub: current ? '' : t('holds') },
                differences: t('defaultValue'),
                note: null,
              },
            },
          ]}
        />
      </Section>
    </DetailPage>
  );
}
