import { deviceName } from '@/lib/auth/device-name';
import { type Device, deviceFilters, listDevices } from '@/lib/records/session/queries';
import { defineExport } from '../define';

/** Where the person is signed in; their number is limited, so one batch holds them. */
export const deviceExport = defineExport<Device, { q?: string | undefined }>({
  portal: 'buyer',
  permission: 'session.manage',
  title: 'account.tab.devices',
  filters: deviceFilters,
  columns: [
    {
      header: 'account.devices.device',
      kind: 'text',
      value: ({ userAgent }) => {
        const { browser, system } = deviceName(userAgent);
        return [browser, system].filter(Boolean).join(' · ');
      },
      width: 30,
    },
    { header: 'account.devices.ip', kind: 'text', value: ({ ip }) => ip },
    { header: 'account.devices.since', kind: 'dateTime', value: ({ createdAt }) => createdAt },
    {
      header: 'account.devices.lastSeen',
      kind: 'dateTime',
      value: ({ lastSeenAt }) => lastSeenAt,
    },
  ],
  batch: async (actor, filters, after) => (after ? [] : listDevices(actor, filters)),
  cursor: ({ id }) => id,
});
