'use client';

import { type RefObject, useEffect, useState } from 'react';

const LOOK = 150;

const travelling = (form: HTMLFormElement | null) =>
  Boolean(form?.querySelector('[data-uploading]'));

const mustWait = (form: HTMLFormElement | null) =>
  travelling(form) || form?.dataset.saving !== undefined;

/**
 * A form that is sent while files still travel or its draft is being saved waits for them and goes on by itself. A file
 * that was lost on the way stops it.
 * @param onLost called instead of sending when a file did not arrive
 */
export function useUploadWait(form: RefObject<HTMLFormElement | null>, onLost: () => void) {
  const [waiting, setWaiting] = useState<{
    submitter: HTMLElement | null;
    files: boolean;
  } | null>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: only the wait itself starts the watch
  useEffect(() => {
    if (!waiting) return;
    const watch = window.setInterval(() => {
      if (mustWait(form.current)) return;
      window.clearInterval(watch);
      setWaiting(null);
      if (form.current?.querySelector('[data-upload-lost]')) onLost();
      else form.current?.requestSubmit(waiting.submitter);
    }, LOOK);
    return () => window.clearInterval(watch);
  }, [waiting]);

  return {
    waiting: waiting !== null,
    /** Whether it waits for files, which may take long enough to say so. */
    files: waiting?.files === true,
    /** Whether the form must wait; if so it will be sent again by itself. */
    hold: (submitter: HTMLElement | null): boolean => {
      const busy = mustWait(form.current);
      if (busy) setWaiting({ submitter, files: travelling(form.current) });
      return busy;
    },
  };
}
