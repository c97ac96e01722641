'use client';

import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import type { UploadedFile } from '@/components/ui/upload';
import { dropBackup, keepBackup } from './backup';
import type { Patch } from './merge';
import type { SaveAction } from './wizard-data';

export interface Saving {
  /** `stale`: somebody else saved meanwhile; `gone`: it can no longer be changed. */
  kind: 'idle' | 'saving' | 'saved' | 'failed' | 'stale' | 'gone' | 'signedOut';
  text: string;
  /** Complaints of the server about what was sent, by field. */
  fields: Record<string, string>;
}

const PAUSE = 1500;
const IDLE: Saving = { kind: 'idle', text: '', fields: {} };
const KINDS: Record<string, Saving['kind']> = {
  stale: 'stale',
  wrongState: 'gone',
  notFound: 'gone',
  signedOut: 'signedOut',
};

/**
 * Saves what changed a moment after the last change, one request at a time. What could not be saved stays in this
 * browser and is sent again with the next change.
 * @param files every upload the form knows, so that the copy in this browser can show them again
 * @param onSaved told what the server has taken
 */
export function useSaving(
  { id, version, save }: { id: string; version: number; save: SaveAction },
  files: RefObject<ReadonlyMap<string, UploadedFile>>,
  onSaved: (patch: Patch) => void,
) {
  const known = useRef(version);
  const dirty = useRef<Patch>({});
  /** What waits for the person's choice between two versions; kept beside what is to be sent. */
  const undecided = useRef<Patch>({});
  const running = useRef<Promise<boolean> | null>(null);
  const timer = useRef(0);
  const halted = useRef(false);
  const [saving, setSaving] = useState<Saving>(IDLE);

  const keepCopy = useCallback(() => {
    const held = { patch: dirty.current, undecided: undecided.current };
    const text = JSON.stringify(held);
    if (Object.keys({ ...held.patch, ...held.undecided }).length === 0) return dropBackup(id);
    const named = [...files.current.values()].filter((file) => text.includes(file.id));
    keepBackup(id, { version: known.current, at: Date.now(), ...held, files: named });
  }, [id, files]);

  const send = useCallback(async (): Promise<boolean> => {
    const patch = dirty.current;
    if (Object.keys(patch).length === 0) return true;
    dirty.current = {};
    setSaving({ ...IDLE, kind: 'saving' });
    const result = await save({ id, version: known.current, proposal: patch }).catch(() => null);
    if (result?.ok) {
      known.current = Number((result.data as { version: number }).version);
      onSaved(patch);
      keepCopy();
      setSaving({ kind: 'saved', text: new Date().toTimeString().slice(0, 5), fields: {} });
      return true;
    }
    dirty.current = { ...patch, ...dirty.current };
    const kind = KINDS[result?.code ?? ''] ?? 'failed';
    halted.current = kind === 'stale' || kind === 'gone';
    const fields = Object.fromEntries(
      Object.entries(result?.fields ?? {}).map(([path, text]) => [
        path.replace(/^proposal\./, ''),
        text,
      ]),
    );
    const told = kind === 'stale' ? result?.meanwhile : undefined;
    setSaving({ kind, text: told ?? result?.message ?? '', fields });
    return false;
  }, [id, save, keepCopy, onSaved]);

  /** Sends what is waiting now; answers whether everything is saved. */
  const flush = useCallback(async (): Promise<boolean> => {
    window.clearTimeout(timer.current);
    while (running.current) await running.current;
    if (halted.current) return false;
    running.current = send().finally(() => {
      running.current = null;
    });
    return running.current;
  }, [send]);

  const later = useCallback(() => {
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => void flush(), PAUSE);
  }, [flush]);

  const change = useCallback(
    (patch: Patch) => {
      dirty.current = { ...dirty.current, ...patch };
      keepCopy();
      later();
    },
    [keepCopy, later],
  );

  /** Stops saving until the newest version has been fetched. */
  const halt = useCallback((text: string) => {
    halted.current = true;
    setSaving({ kind: 'stale', text, fields: {} });
  }, []);

  /** Goes on from another version: `merge` says what of the unsaved is sent again and what waits for a choice. */
  const rebase = useCallback(
    (to: number, merge: (mine: Patch) => { keep: Patch; conflicts: Patch }) => {
      const { keep, conflicts } = merge(dirty.current);
      known.current = to;
      halted.current = false;
      dirty.current = keep;
      undecided.current = { ...undecided.current, ...conflicts };
      keepCopy();
      setSaving(IDLE);
      if (Object.keys(keep).length > 0) later();
      return { keep, conflicts };
    },
    [keepCopy, later],
  );

  /** The person chose for these fields; what is to be kept of them comes by `change`. */
  const decide = useCallback(
    (fields: readonly string[]) => {
      undecided.current = Object.fromEntries(
        Object.entries(undecided.current).filter(([field]) => !fields.includes(field)),
      );
      keepCopy();
    },
    [keepCopy],
  );

  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      const open = Object.keys(dirty.current).length > 0 || running.current;
      // What cannot be sent any more waits in this browser; there is nothing to stay for.
      if (open && !halted.current) event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    return () => {
      window.removeEventListener('beforeunload', warn);
      window.clearTimeout(timer.current);
      if (Object.keys(dirty.current).length > 0 && !halted.current) void send();
    };
  }, [send]);

  return { saving, change, flush, halt, rebase, decide, version: () => known.current };
}
