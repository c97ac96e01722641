import { makeXlsx } from '../office';
import { makeOle, workbookBody } from '../ole';
import { makeRar5 } from '../rar';
import { makeZip } from '../zip';
import { docx, gif, type HostileFile, hostile, join, jpg, PROGRAM, pdf, png } from './builders';

const SVG = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';

/** Wrong names, wrong types, and files that are two things at once. */
export const HOSTILE_NAMES: readonly HostileFile[] = [
  // names
  hostile('a path in the name', '../../etc/logo.png', png, 'companyLogo', 'pathInName'),
  hostile('a Windows path in the name', 'C:\\Users\\a\\logo.png', png, 'companyLogo', 'pathInName'),
  hostile('no name', ' ', png, 'companyLogo', 'nameMissing'),
  hostile('an endless name', `${'长'.repeat(300)}.png`, png, 'companyLogo', 'nameTooLong'),
  hostile('a name that reads backwards', 'logo\u202Egnp.png', png, 'companyLogo', 'nameCharacters'),
  hostile('a zero byte in the name', 'logo.png\0.exe', png, 'companyLogo', 'nameCharacters'),
  // types
  hostile('a type the purpose does not take', '动画.gif', gif, 'companyLogo', 'typeNotAllowed'),
  hostile('no extension', 'logo', png, 'companyLogo', 'typeNotAllowed'),
  hostile('an SVG with a script', 'logo.svg', () => Buffer.from(SVG), 'companyLogo', 'svg'),
  hostile(
    'an SVG called PNG',
    'logo.png',
    () => Buffer.from(`<?xml version="1.0"?>\n${SVG}`),
    'companyLogo',
    'svg',
  ),
  hostile('a PNG called JPG', 'logo.jpg', png, 'companyLogo', 'contentMismatch'),
  hostile('a program called PNG', 'logo.png', () => PROGRAM, 'companyLogo', 'contentMismatch'),
  hostile(
    'a page called PDF',
    '协议.pdf',
    () => Buffer.from('<!DOCTYPE html><html></html>'),
    'serviceAgreement',
    'contentMismatch',
  ),
  hostile('a PDF called DOCX', '协议.docx', pdf, 'serviceAgreement', 'contentMismatch'),
  hostile(
    'a sheet called document',
    '协议.docx',
    () => makeXlsx('a', [['b']]),
    'serviceAgreement',
    'contentMismatch',
  ),
  hostile('a document called ZIP', '协议.zip', docx, 'serviceAgreement', 'contentMismatch'),
  hostile(
    'a Java program called ZIP',
    '指南.zip',
    () => makeZip({ 'META-INF/MANIFEST.MF': 'a', 'A.class': 'b' }),
    'usageGuide',
    'contentMismatch',
  ),
  hostile(
    'an old sheet called DOC',
    '协议.doc',
    () => makeOle({ streams: { Workbook: workbookBody() } }),
    'serviceAgreement',
    'contentMismatch',
  ),
  hostile('0 bytes', '协议.pdf', () => Buffer.alloc(0), 'serviceAgreement', 'empty'),
  hostile(
    'over the limit',
    'logo.png',
    () => join(png(), Buffer.alloc(5 * 1024 * 1024)),
    'companyLogo',
    'tooLarge',
  ),
  // two things at once
  hostile(
    'a GIF that is also a ZIP',
    'a.gif',
    () => join(gif(), makeZip({ 'a.txt': 'b' })),
    'productPicture',
    'polyglot',
  ),
  hostile(
    'a PNG that is also a ZIP',
    'a.png',
    () => join(png(), makeZip({ 'a.txt': 'b' })),
    'productPicture',
    'polyglot',
  ),
  hostile(
    'a JPG that is also a RAR',
    'a.jpg',
    () => join(jpg(), makeRar5([{ name: 'a', content: 'b' }])),
    'productPicture',
    'polyglot',
  ),
  hostile(
    'a JPG that is also a page',
    'a.jpg',
    () => join(jpg(), '<html><script>alert(1)</script></html>'),
    'productPicture',
    'polyglot',
  ),
  hostile(
    'a PNG that is also a PDF',
    'a.png',
    () => join(png(), pdf()),
    'productPicture',
    'polyglot',
  ),
  hostile(
    'a PDF that is also a ZIP',
    '协议.pdf',
    () => join(pdf(), makeZip({ 'a.txt': 'b' })),
    'serviceAgreement',
    'polyglot',
  ),
];
