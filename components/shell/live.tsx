'use client';

import { useRouter } from 'next/navigation';
import { startTransition, useEffect } from 'react';

/** Milliseconds a page is left in peace before the live part is fetched. */
const SETTLE = 1500;

/**
 * Keeps counters and notices fresh, and shows a page anew when something happened on the reader's side. Nothing is
 * loaded until the page is at rest, so lists and details stay light.
 */
export function Live() {
  const router = useRouter();
  useEffect(() => {
    let stop: (() => void) | undefined;
    let gone = false;
    const start = () =>
      import('./live-query').then(({ watchFigures }) => {
        if (!gone) stop = watchFigures(() => startTransition(() => router.refresh()));
      });
    const handle = window.setTimeout(start, SETTLE);
    return () => {
      gone = true;
      stop?.();
      window.clearTimeout(handle);
    };
  }, [router]);
  return null;
}
