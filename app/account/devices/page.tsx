import { AccountPage } from '@/components/account/account-page';
import { ActionForm } from '@/components/ui/action-form';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { ExportLinks } from '@/components/ui/export-links';
import { FilterBar } from '@/components/ui/filter-bar';
import { SubmitButton } from '@/components/ui/submit-button';
import { sessionId } from '@/lib/auth/cookie';
import { deviceName } from '@/lib/auth/device-name';
import { requireBuyer } from '@/lib/auth/session';
import { getFormat, getT } from '@/lib/i18n/server';
import { exportHref, listParams, type SearchParams } from '@/lib/list/search-params';
import { deviceFilters, listDevices } from '@/lib/records/session/queries';
import { endAll, endDevice, endOthers } from '../actions';

export async function generateMetadata() {
  return { title: (await getT('account'))('tab.devices') };
}

export default async function DevicesPage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireBuyer();
  const values = await listParams(searchParams);
  const [devices, here, t, format] = await Promise.all([
    listDevices(actor, deviceFilters.parse(values)),
    sessionId(),
    getT('account'),
    getFormat(),
  ]);
  const rows = devices.map((device) => {
    const { browser, system } = deviceName(device.userAgent);
    const name = [browser, system].filter(Boolean).join(' · ') || t('devices.unknown');
    return {
      id: device.id,
      cells: {
        device: { text: name, title: device.userAgent ?? '' },
        ip: device.ip,
        createdAt: format.dateTime(device.createdAt),
        lastSeenAt: format.dateTime(device.lastSeenAt),
        end:
          device.id === here
            ? { text: t('devices.here'), tone: 'success' as const }
            : {
                node: (
                  <ActionForm
                    action={endDevice}
                    hidden={{ id: device.id }}
                    success={t('devices.ended')}
                  >
                    <SubmitButton
                      look="outline"
                      size="sm"
                      aria-label={t('devices.endOne', { name })}
                    >
                      {t('devices.end')}
                    </SubmitButton>
                  </ActionForm>
                ),
              },
      },
    };
  });
  return (
    <AccountPage tab="devices" wide>
      <div className="mb-3 flex flex-wrap items-center justify-between gap-3">
        <p className="text-muted">{t('devices.description')}</p>
        <div className="flex flex-wrap gap-2">
          <ExportLinks href={exportHref('devices', values)} />
          {devices.length > 1 && !values.q && (
            <ConfirmDialog
              trigger={t('devices.endOthers')}
              title={t('devices.endOthers')}
              intro={t('devices.endOthersText', { count: devices.length - 1 })}
              confirm={t('devices.endOthers')}
              action={endOthers}
              success={t('devices.ended')}
            />
          )}
          <ConfirmDialog
            trigger={t('devices.endAll')}
            title={t('devices.endAll')}
            intro={t('devices.endAllText')}
            confirm={t('devices.endAll')}
            danger
            action={endAll}
          />
        </div>
      </div>
      <FilterBar
        action="/account/devices"
        values={values}
        fields={[{ kind: 'search', name: 'q', placeholder: t('devices.search') }]}
      />
      <DataTable
        caption={t('tab.devices')}
        columns={[
          { key: 'device', header: t('devices.device') },
          { key: 'ip', header: t('devices.ip'), kind: 'mono' },
          { key: 'createdAt', header: t('devices.since'), kind: 'date' },
          { key: 'lastSeenAt', header: t('devices.lastSeen'), kind: 'date' },
          { key: 'end', header: t('devices.state'), kind: 'badge', align: 'end' },
        ]}
        rows={rows}
        empty={<EmptyState title={t('devices.none')}>{t('devices.noneText')}</EmptyState>}
      />
    </AccountPage>
  );
}
