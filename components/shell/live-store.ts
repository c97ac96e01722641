/**
 * What changes without a reload: counters by name, unread notices, and a mark of the newest thing that happened on
 * the reader's side.
 */
export type LiveState = { counters: Record<string, number>; unread: number; latest?: string };

let state: LiveState | null = null;
const listeners = new Set<() => void>();

/** Replaces the figures and tells whoever shows them. */
export function publishLive(next: LiveState): void {
  state = next;
  for (const listener of listeners) listener();
}

export function subscribeLive(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The latest figures of this browser tab, or null before the first answer. */
export const readLive = (): LiveState | null => state;
export const readLiveOnServer = (): LiveState | null => null;
