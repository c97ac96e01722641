/** Light and dark are chosen by cookie; without one the system decides. */
export const THEME_COOKIE = 'theme';
export type Theme = 'light' | 'dark' | 'system';

export function readTheme(value: string | undefined): Theme {
  return value === 'light' || value === 'dark' ? value : 'system';
}
