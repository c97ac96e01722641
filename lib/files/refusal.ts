/**
 * Every reason for which a file is refused. The sentence of each is `file.error.<code>` in the catalogs; it names
 * the limit and what to do.
 */
export const REFUSAL_CODES = [
  // the request
  'noFile',
  'oneFileOnly',
  'purposeUnknown',
  'interrupted',
  'notAllowedHere',
  // the name
  'nameMissing',
  'nameTooLong',
  'nameCharacters',
  'pathInName',
  // type and size
  'typeNotAllowed',
  'svg',
  'macroType',
  'contentMismatch',
  'polyglot',
  'empty',
  'tooLarge',
  'dailyFiles',
  'dailyBytes',
  // pictures
  'imageDamaged',
  'imagePixels',
  'imageFrames',
  'imageMinimum',
  'imageWidth',
  'imageHeight',
  'imageShape',
  // archives
  'archiveDamaged',
  'archiveEmpty',
  'archiveEntries',
  'archiveBomb',
  'archivePath',
  'archiveNested',
  'archiveExecutable',
  'archiveVolume',
  'archiveMethod',
  // documents
  'encrypted',
  'documentDamaged',
  'macro',
  'activeContent',
  'documentRemote',
  'pdfDamaged',
  'pdfScript',
  'pdfLaunch',
  'pdfAttachment',
  // malware
  'infected',
  'scannerDown',
  // carrying an uploaded file in a form
  'missing',
  'otherPurpose',
] as const;

export type RefusalCode = (typeof REFUSAL_CODES)[number];

/** Values for the sentence; sizes and lists are already written out. */
export type RefusalParams = Record<string, string | number>;

/** A file was refused. Anything else that is thrown while a file is judged is a defect of ours or of the disk. */
export class FileRefused extends Error {
  constructor(
    readonly code: RefusalCode,
    readonly params: RefusalParams = {},
  ) {
    super(`file refused: ${code}`);
    this.name = 'FileRefused';
  }
}
