/**
 * A Content-Disposition that keeps names of any script: plain ASCII for old readers, RFC 5987 for all others.
 * `inline` is for pictures made by us; everything else is `attachment`.
 */
export function contentDisposition(kind: 'inline' | 'attachment', name: string): string {
  const ascii = name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const encoded = encodeURIComponent(name).replace(
    /['()*!]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${kind}; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}

export interface ByteRange {
  /** First byte. */
  start: number;
  /** Last byte, included. */
  end: number;
}

/**
 * The one range that a Range header asks for. Undefined: send everything (no header, another unit, several ranges).
 * `unsatisfiable`: answer 416.
 */
export function readRange(
  header: string | null,
  size: number,
): ByteRange | undefined | 'unsatisfiable' {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? '');
  if (!match || (match[1] === '' && match[2] === '')) return undefined;
  const from = match[1] === '' ? Math.max(0, size - Number(match[2])) : Number(match[1]);
  const to = match[1] === '' || match[2] === '' ? size - 1 : Math.min(Number(match[2]), size - 1);
  if (match[1] === '' && Number(match[2]) === 0) return 'unsatisfiable';
  if (from >= size) return 'unsatisfiable';
  return from > to ? undefined : { start: from, end: to };
}
