import { PDFDocument, PDFName, PDFString } from 'pdf-lib';
import { makeOle, slidesBody, wordBody, workbookBody } from '../ole';
import { makeZip } from '../zip';
import { cut, docx, type HostileFile, hostile, PROGRAM, pdf } from './builders';

async function officeWith(extra: Record<string, string>): Promise<Buffer> {
  return makeZip({
    '[Content_Types].xml':
      '<Types><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    '_rels/.rels': '<Relationships/>',
    'word/document.xml': '<w:document/>',
    ...extra,
  });
}

async function pdfWith(change: (document: PDFDocument) => void, packed = false): Promise<Buffer> {
  const document = await PDFDocument.create();
  document.addPage();
  change(document);
  return Buffer.from(await document.save({ useObjectStreams: packed }));
}

const openAction = (action: Record<string, PDFName | PDFString>) => (document: PDFDocument) =>
  document.catalog.set(
    PDFName.of('OpenAction'),
    document.context.register(document.context.obj(action)),
  );
const script = openAction({ S: PDFName.of('JavaScript'), JS: PDFString.of('app.alert(1)') });
const launch = openAction({ S: PDFName.of('Launch'), F: PDFString.of('cmd.exe') });

/** The same script with its name spelled in escapes. */
const escapedScript = async () =>
  Buffer.from(
    (await pdfWith(script)).toString('latin1').replace('/JavaScript', '/J#61vaScript'),
    'latin1',
  );

const attach = (name: string, content: string) =>
  PDFDocument.create().then(async (document) => {
    document.addPage();
    await document.attach(Buffer.from(content, 'latin1'), name);
    return Buffer.from(await document.save({ useObjectStreams: false }));
  });

const vba = 'word/vbaProject.bin';
const MACRO_TYPES =
  '<Types><Override PartName="/word/document.xml" ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>';
const TEMPLATE =
  '<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="https://evil.example/t.dotm" TargetMode="External"/></Relationships>';

/** Documents with macros, scripts, passwords, or half a body. */
export const HOSTILE_DOCUMENTS: readonly HostileFile[] = [
  hostile(
    'a macro document',
    '协议.docm',
    () => officeWith({ [vba]: 'a' }),
    'serviceAgreement',
    'macroType',
  ),
  hostile(
    'a macro document called DOCX',
    '协议.docx',
    () => officeWith({ [vba]: 'a' }),
    'serviceAgreement',
    'macro',
  ),
  hostile(
    'a macro document without its project',
    '协议.docx',
    () => officeWith({ '[Content_Types].xml': MACRO_TYPES }),
    'serviceAgreement',
    'macro',
  ),
  hostile(
    'a document with a control',
    '协议.docx',
    () => officeWith({ 'word/activeX/activeX1.bin': 'a' }),
    'serviceAgreement',
    'activeContent',
  ),
  hostile(
    'a document that fetches its template',
    '协议.docx',
    () => officeWith({ 'word/_rels/settings.xml.rels': TEMPLATE }),
    'serviceAgreement',
    'documentRemote',
  ),
  hostile(
    'a document that is only a folder',
    '协议.docx',
    () => officeWith({ '[Content_Types].xml': '<Types/>' }),
    'serviceAgreement',
    'documentDamaged',
  ),
  hostile(
    'a DOCX cut in half',
    '协议.docx',
    () => cut(docx(), 0.5),
    'serviceAgreement',
    'documentDamaged',
  ),
  hostile(
    'a DOCX bomb',
    '协议.docx',
    () => officeWith({ 'word/a.xml': ' '.repeat(64 * 1024 * 1024) }),
    'serviceAgreement',
    'archiveBomb',
  ),
  hostile(
    'a DOCX under a password',
    '协议.docx',
    () =>
      makeOle({ streams: { EncryptedPackage: Buffer.alloc(9), EncryptionInfo: Buffer.alloc(9) } }),
    'serviceAgreement',
    'encrypted',
  ),
  hostile(
    'an old DOC with macros',
    '协议.doc',
    () => makeOle({ streams: { WordDocument: wordBody() }, storages: ['Macros', 'VBA'] }),
    'serviceAgreement',
    'macro',
  ),
  hostile(
    'an old DOC under a password',
    '协议.doc',
    () => makeOle({ streams: { WordDocument: wordBody({ encrypted: true }) } }),
    'serviceAgreement',
    'encrypted',
  ),
  hostile(
    'an old DOC cut in half',
    '协议.doc',
    () => cut(Promise.resolve(makeOle({ streams: { WordDocument: wordBody() } })), 0.5),
    'serviceAgreement',
    'documentDamaged',
  ),
  hostile(
    'an old sheet with Excel 4 macros',
    '需求.xls',
    () => makeOle({ streams: { Workbook: workbookBody({ sheet: 1 }) } }),
    'requirementTemplate',
    'macro',
  ),
  hostile(
    'an old sheet under a password',
    '需求.xls',
    () => makeOle({ streams: { Workbook: workbookBody({ password: true }) } }),
    'requirementTemplate',
    'encrypted',
  ),
  hostile(
    'old slides with macros',
    '指南.ppt',
    () => makeOle({ streams: { 'PowerPoint Document': slidesBody({ macros: true }) } }),
    'usageGuide',
    'macro',
  ),
  // PDF
  hostile('a PDF cut in half', '协议.pdf', () => cut(pdf(), 0.5), 'serviceAgreement', 'pdfDamaged'),
  hostile(
    'a PDF with a script',
    '协议.pdf',
    () => pdfWith(script),
    'serviceAgreement',
    'pdfScript',
  ),
  hostile(
    'a PDF with a packed script',
    '协议.pdf',
    () => pdfWith(script, true),
    'serviceAgreement',
    'pdfScript',
  ),
  hostile(
    'a PDF with a script in escapes',
    '协议.pdf',
    escapedScript,
    'serviceAgreement',
    'pdfScript',
  ),
  hostile(
    'a PDF that starts a program',
    '协议.pdf',
    () => pdfWith(launch),
    'serviceAgreement',
    'pdfLaunch',
  ),
  hostile(
    'a PDF with a program attached',
    '协议.pdf',
    () => attach('说明.exe', 'MZ'),
    'serviceAgreement',
    'pdfAttachment',
  ),
  hostile(
    'a PDF with a program under another name',
    '协议.pdf',
    () => attach('说明.txt', PROGRAM.toString('latin1')),
    'serviceAgreement',
    'pdfAttachment',
  ),
  hostile(
    'a PDF under a password',
    '协议.pdf',
    () =>
      pdfWith((document) => {
        document.context.trailerInfo.Encrypt = document.context.obj({ V: 4 });
      }),
    'serviceAgreement',
    'encrypted',
  ),
];
