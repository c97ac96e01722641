import { makeOfd, OFD_PARTS } from '../ofd';
import { makeZip } from '../zip';
import { cut, docx, type HostileFile, hostile, PROGRAM, pdf } from './builders';

const refused = (
  title: string,
  make: HostileFile['make'],
  code: HostileFile['code'],
  name = '电子发票.ofd',
) => hostile(title, name, make, 'invoiceFile', code);

const page = (content: string) => ({
  'Doc_0/Pages/Page_0/Content.xml': `<ofd:Page xmlns:ofd="http://www.ofdspec.org/2016">${content}</ofd:Page>`,
});
const DOCTYPE =
  '<?xml version="1.0"?><!DOCTYPE OFD [<!ENTITY x SYSTEM "file:///etc/passwd">]><ofd:OFD/>';

/** Invoices that are none, or more than one. */
export const HOSTILE_OFD: readonly HostileFile[] = [
  refused('a ZIP called OFD', () => makeZip({ 'invoice.txt': '发票' }), 'contentMismatch'),
  refused('a Word document called OFD', docx, 'contentMismatch'),
  refused('a PDF called OFD', pdf, 'contentMismatch'),
  refused('a program called OFD', () => PROGRAM, 'contentMismatch'),
  refused('an OFD called PDF', () => makeOfd(), 'contentMismatch', '电子发票.pdf'),
  refused('an OFD cut in half', () => cut(makeOfd(), 0.5), 'documentDamaged'),
  refused(
    'an OFD whose entry is another document',
    () => makeOfd({ 'OFD.xml': '<html/>' }),
    'documentDamaged',
  ),
  refused(
    'an OFD that names a document which is not there',
    () =>
      makeOfd({
        'OFD.xml': OFD_PARTS['OFD.xml'].replace('Doc_0/Document.xml', 'Doc_9/Document.xml'),
      }),
    'documentDamaged',
  ),
  refused('an OFD with entities', () => makeOfd({ 'OFD.xml': DOCTYPE }), 'activeContent'),
  refused(
    'an OFD with a program among its attachments',
    () => makeOfd({ 'Doc_0/Attachs/tax.exe': PROGRAM }),
    'activeContent',
  ),
  refused(
    'an OFD with a script',
    () => makeOfd({ 'Doc_0/Attachs/run.js': 'alert(1)' }),
    'activeContent',
  ),
  refused(
    'an OFD that starts an attachment by itself',
    () =>
      makeOfd(
        page(
          '<ofd:Actions><ofd:Action Event="PO"><ofd:GotoA AttachID="7"/></ofd:Action></ofd:Actions>',
        ),
      ),
    'activeContent',
  ),
  refused(
    'an OFD bomb',
    () => makeOfd({ 'Doc_0/Res/a.xml': ' '.repeat(64 * 1024 * 1024) }),
    'archiveBomb',
  ),
];
