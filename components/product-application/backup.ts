import type { UploadedFile } from '@/components/ui/upload';
import type { Patch } from './merge';

/** What was typed and not saved yet, kept in this browser: a session that ends loses nothing. */
export interface Backup {
  version: number;
  at: number;
  patch: Patch;
  /** Versions of fields that somebody else changed too and that the person has not chosen yet. */
  undecided?: Patch;
  /** Uploads that the patches name. */
  files?: UploadedFile[];
}

const keyOf = (id: string) => `guildhall:application:${id}`;

export function keepBackup(id: string, backup: Backup): void {
  try {
    localStorage.setItem(keyOf(id), JSON.stringify(backup));
  } catch {
    // A full or forbidden store only means that there is no second copy.
  }
}

export function readBackup(id: string): Backup | undefined {
  try {
    const text = localStorage.getItem(keyOf(id));
    const backup = text ? (JSON.parse(text) as Backup) : undefined;
    return backup && Object.keys({ ...backup.undecided, ...backup.patch }).length > 0
      ? backup
      : undefined;
  } catch {
    return undefined;
  }
}

export function dropBackup(id: string): void {
  try {
    localStorage.removeItem(keyOf(id));
  } catch {
    // As above.
  }
}
