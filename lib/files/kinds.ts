/** The kinds of file that people may hand in, told apart by content. */
export const KINDS = {
  jpg: { family: 'image', mediaType: 'image/jpeg', extensions: ['jpg', 'jpeg'] },
  png: { family: 'image', mediaType: 'image/png', extensions: ['png'] },
  gif: { family: 'image', mediaType: 'image/gif', extensions: ['gif'] },
  pdf: { family: 'pdf', mediaType: 'application/pdf', extensions: ['pdf'] },
  docx: {
    family: 'ooxml',
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    extensions: ['docx'],
  },
  xlsx: {
    family: 'ooxml',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    extensions: ['xlsx'],
  },
  pptx: {
    family: 'ooxml',
    mediaType: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    extensions: ['pptx'],
  },
  ofd: { family: 'ofd', mediaType: 'application/ofd', extensions: ['ofd'] },
  doc: { family: 'ole', mediaType: 'application/msword', extensions: ['doc'] },
  xls: { family: 'ole', mediaType: 'application/vnd.ms-excel', extensions: ['xls'] },
  ppt: { family: 'ole', mediaType: 'application/vnd.ms-powerpoint', extensions: ['ppt'] },
  zip: { family: 'zip', mediaType: 'application/zip', extensions: ['zip'] },
  rar: { family: 'rar', mediaType: 'application/vnd.rar', extensions: ['rar'] },
  csv: { family: 'text', mediaType: 'text/csv', extensions: ['csv'] },
} as const satisfies Record<string, KindSpec>;

interface KindSpec {
  /** How it is inspected. */
  family: 'image' | 'pdf' | 'ofd' | 'ooxml' | 'ole' | 'zip' | 'rar' | 'text';
  mediaType: string;
  extensions: readonly string[];
}

export type Kind = keyof typeof KINDS;
export type Family = (typeof KINDS)[Kind]['family'];

const BY_EXTENSION = new Map<string, Kind>(
  (Object.keys(KINDS) as Kind[]).flatMap((kind) =>
    KINDS[kind].extensions.map((extension) => [extension, kind] as const),
  ),
);

/** The kind that a name's extension claims, if it is one of ours. `extension` is lower case, without the dot. */
export const kindOfExtension = (extension: string): Kind | undefined => BY_EXTENSION.get(extension);

/** Every extension of these kinds, in their order: what a file picker offers. */
export const extensionsOf = (kinds: readonly Kind[]): string[] =>
  kinds.flatMap((kind) => [...KINDS[kind].extensions]);
