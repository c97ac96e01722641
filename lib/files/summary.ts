import type { files } from '@/db/schema';
import type { FileEntry } from '@/db/schema/file';

/** What pages and forms know of a file; plain data. */
export interface FileSummary {
  id: string;
  name: string;
  /** Bytes. */
  size: number;
  /** Media type of the original. */
  type: string;
  kind: string;
  purpose: string;
  /** Digest of the original's bytes: what evidence records. */
  sha256: string;
  scan: 'clean' | 'notScanned';
  /** Pixels, of pictures only. */
  width?: number;
  height?: number;
  /** Download of the original. */
  url: string;
  /** A picture for pages and a small one for lists, of pictures only. */
  displayUrl?: string;
  thumbUrl?: string;
  /** The first files inside an archive, and how many there are in all. */
  entries?: FileEntry[];
  entryCount?: number;
}

export const fileUrl = (id: string) => `/api/files/${id}`;

/** A row as pages see it. */
export function summaryOf(row: typeof files.$inferSelect): FileSummary {
  const url = fileUrl(row.id);
  const { variants } = row;
  return {
    id: row.id,
    name: row.name,
    size: row.size,
    type: row.mediaType,
    kind: row.kind,
    purpose: row.purpose,
    sha256: row.sha256,
    scan: row.scan,
    ...(row.width && row.height ? { width: row.width, height: row.height } : {}),
    url,
    ...(variants.display ? { displayUrl: `${url}?variant=display` } : {}),
    ...(variants.thumb ? { thumbUrl: `${url}?variant=thumb` } : {}),
    ...(row.entries
      ? { entries: row.entries, entryCount: row.entryCount ?? row.entries.length }
      : {}),
  };
}
