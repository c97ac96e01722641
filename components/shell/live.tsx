'use client';

import { useEffect } from 'react';

/** Milliseconds a page is left in peace before the live part is fetched. */
const SETTLE = 1500;

/**
 * Keeps counters and notices fresh. Nothing is loaded until the page is at rest, so lists and
 * details stay light.
 */
export function Live() {
  useEffect(() => {
    let stop: (() => void) | undefined;
    let gone = false;
    const start = () =>
      import('./live-query').then(({ watchFigures }) => {
        if (!gone) stop = watchFigures();
      });
    const handle = window.setTimeout(start, SETTLE);
    return () => {
      gone = true;
      stop?.();
      window.clearTimeout(handle);
    };
  }, []);
  return null;
}
