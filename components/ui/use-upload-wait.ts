'use client';

import { type RefObject, useEffect, useState } from 'react';

const LOOK = 150;

/**
 * A form that is sent while files still travel waits for them and goes on by itself. A file that
 * was lost on the way stops it.
 * @param onLost called instead of sending when a file did not arrive
 */
export function useUploadWait(form: RefObject<HTMLFormElement | null>, onLost: () => void) {
  const [waiting, setWaiting] = useState<{ submitter: HTMLElement | null } | null>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: only the wait itself starts the watch
  useEffect(() => {
    if (!waiting) return;
    const watch = window.setInterval(() => {
      if (form.current?.querySelector('[data-uploading]')) return;
      window.clearInterval(watch);
      setWaiting(null);
      if (form.current?.querySelector('[data-upload-lost]')) onLost();
      else form.current?.requestSubmit(waiting.submitter);
    }, LOOK);
    return () => window.clearInterval(watch);
  }, [waiting]);

  return {
    waiting: waiting !== null,
    /** Whether the form must wait; if so it will be sent again by itself. */
    hold: (submitter: HTMLElement | null): boolean => {
      const busy = Boolean(form.current?.querySelector('[data-uploading]'));
      if (busy) setWaiting({ submitter });
      return busy;
    },
  };
}
