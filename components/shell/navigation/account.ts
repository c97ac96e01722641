import type { Entry } from './entry';

/** The menu under the person's name. The key `notices` is the bell. */
export const accountEntries: Entry<'account'>[] = [
  { key: 'profile', href: '/account', permission: null },
  { key: 'realName', href: '/account/identity', permission: null },
  { key: 'security', href: '/account/security', permission: null },
  { key: 'devices', href: '/account/devices', permission: null },
  { key: 'notices', href: '/account/messages', permission: null },
];
