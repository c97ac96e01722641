'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import type { ProductProposal } from '@/db/schema/product-application';
import { dropBackup, keepBackup } from './backup';
import type { SaveAction } from './wizard-data';

export interface Saving {
  kind: 'idle' | 'saving' | 'saved' | 'failed' | 'stale';
  text: string;
  /** Complaints of the server about what was sent, by field. */
  fields: Record<string, string>;
}

const PAUSE = 1500;
const IDLE: Saving = { kind: 'idle', text: '', fields: {} };

/**
 * Saves what changed a moment after the last change, one request at a time. What could not be saved stays in this
 * browser and is sent again with the next change.
 */
export function useSaving(id: string, version: number, save: SaveAction) {
  const known = useRef(version);
  const dirty = useRef<Partial<ProductProposal>>({});
  const running = useRef<Promise<boolean> | null>(null);
  const timer = useRef(0);
  const [saving, setSaving] = useState<Saving>(IDLE);
  const stale = useRef(false);

  const send = useCallback(async (): Promise<boolean> => {
    const patch = dirty.current;
    if (Object.keys(patch).length === 0) return true;
    dirty.current = {};
    setSaving({ ...IDLE, kind: 'saving' });
    const result = await save({ id, version: known.current, proposal: patch }).catch(() => null);
    if (result?.ok) {
      known.current = Number((result.data as { version: number }).version);
      if (Object.keys(dirty.current).length === 0) dropBackup(id);
      setSaving({ kind: 'saved', text: new Date().toTimeString().slice(0, 5), fields: {} });
      return true;
    }
    dirty.current = { ...patch, ...dirty.current };
    stale.current = result?.code === 'stale' || result?.code === 'wrongState';
    const fields = Object.fromEntries(
      Object.entries(result?.fields ?? {}).map(([path, text]) => [
        path.replace(/^proposal\./, ''),
        text,
      ]),
    );
    setSaving({
      kind: stale.current ? 'stale' : 'failed',
      text: result && !result.ok ? result.message : '',
      fields,
    });
    return false;
  }, [id, save]);

  /** Sends what is waiting now; answers whether everything is saved. */
  const flush = useCallback(async (): Promise<boolean> => {
    window.clearTimeout(timer.current);
    while (running.current) await running.current;
    if (stale.current) return false;
    running.current = send().finally(() => {
      running.current = null;
    });
    return running.current;
  }, [send]);

  const change = useCallback(
    (patch: Partial<ProductProposal>) => {
      dirty.current = { ...dirty.current, ...patch };
      keepBackup(id, { version: known.current, at: Date.now(), patch: dirty.current });
      window.clearTimeout(timer.current);
      timer.current = window.setTimeout(() => void flush(), PAUSE);
    },
    [id, flush],
  );

  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (Object.keys(dirty.current).length > 0 || running.current) event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    return () => {
      window.removeEventListener('beforeunload', warn);
      window.clearTimeout(timer.current);
      if (Object.keys(dirty.current).length > 0 && !stale.current) void send();
    };
  }, [send]);

  return { saving, change, flush, version: () => known.current };
}
