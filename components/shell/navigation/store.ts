import type { Entry } from './entry';

/**
 * Links of the storefront's top bar. Two keys are special: `search` is where the search box goes,
 * `signIn` and `signUp` are shown to visitors only.
 */
export const storeEntries: Entry<'store'>[] = [
  { key: 'search', href: '/products', permission: null },
  { key: 'categories', href: '/products', permission: null },
  { key: 'signIn', href: '/sign-in', permission: null },
  { key: 'signUp', href: '/sign-up', permission: null },
];
