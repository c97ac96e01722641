import { FileRefused } from './refusal';

export interface FileName {
  /** Normalised (NFC), as people see it. */
  name: string;
  /** Lower case, without the dot; empty when the name has none. */
  extension: string;
}

/** Longest file name, in characters; common file systems stop at 255. */
const MAX_CHARACTERS = 200;

// Controls, line separators, the replacement character of undecodable bytes, and the marks that turn reading
// direction round (they make `gpj.exe` look like `exe.jpg`).
const FORBIDDEN = /[\p{Cc}\u2028\u2029\ufffd\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/u;

/**
 * Reads a file name as a browser sent it. Any script is welcome; paths are not.
 * @throws {FileRefused} nameMissing, pathInName, nameCharacters, nameTooLong
 */
export function readFileName(raw: string | undefined): FileName {
  const name = (raw ?? '').normalize('NFC').trim();
  if (name === '') throw new FileRefused('nameMissing');
  if (/[/\\]/.test(name) || /^\.+$/.test(name) || /^[a-z]:/i.test(name)) {
    throw new FileRefused('pathInName', { name: shown(name) });
  }
  if (FORBIDDEN.test(name)) throw new FileRefused('nameCharacters', { name: shown(name) });
  if ([...name].length > MAX_CHARACTERS) {
    throw new FileRefused('nameTooLong', { max: MAX_CHARACTERS });
  }
  return { name, extension: extensionOf(name) };
}

/** The extension of a name or of a path inside an archive: lower case, without the dot. */
export function extensionOf(name: string): string {
  return /[^/\\]\.([^./\\]+)$/.exec(name)?.[1]?.trim().toLowerCase() ?? '';
}

/** A name that may stand in a sentence: no control or direction marks, not endless. */
export function shown(name: string): string {
  const clean = [...name].map((char) => (FORBIDDEN.test(char) ? '·' : char));
  return clean.length > 80 ? `${clean.slice(0, 79).join('')}…` : clean.join('');
}
