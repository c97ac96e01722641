'use client';

import { useSyncExternalStore } from 'react';
import { readLive, readLiveOnServer, subscribeLive } from './live-store';

/**
 * A counter that follows the live figures. `initial` comes with the page.
 * @param name counter's name, or `unread` for notices
 */
export function LiveCount({
  name,
  initial = 0,
  loud,
}: {
  name: string;
  initial?: number;
  loud?: boolean;
}) {
  const live = useSyncExternalStore(subscribeLive, readLive, readLiveOnServer);
  const count = live ? (name === 'unread' ? live.unread : (live.counters[name] ?? 0)) : initial;
  if (count <= 0) return null;
  return <span className={loud ? 'count count--loud' : 'count'}>{count > 99 ? '99+' : count}</span>;
}
