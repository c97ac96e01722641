import { makeRar4, makeRar5 } from '../rar';
import { makeOverlap, makeZip, patchDirectory, renameEntry } from '../zip';
import { cut, type HostileFile, hostile, PROGRAM } from './builders';

/** Bombs, escapes and other archives that nobody should unpack. */
export const HOSTILE_ARCHIVES: readonly HostileFile[] = [
  hostile(
    'a zip bomb',
    '指南.zip',
    () => makeZip({ 'a.txt': Buffer.alloc(64 * 1024 * 1024) }),
    'usageGuide',
    'archiveBomb',
  ),
  hostile(
    'a bomb that lies about its size',
    '指南.zip',
    async () =>
      patchDirectory(await makeZip({ 'a.txt': Buffer.alloc(64 * 1024 * 1024) }), { size: 100 }),
    'usageGuide',
    'archiveDamaged',
  ),
  hostile(
    'a bomb of overlapping entries',
    '指南.zip',
    () => makeOverlap(40),
    'usageGuide',
    'archiveDamaged',
  ),
  hostile(
    'an archive of too many entries',
    '指南.zip',
    () =>
      makeZip(
        Object.fromEntries(
          Array.from(
            { length: 2001 },
            (_, i) => [`${i}.txt`, { content: '', compress: false }] as const,
          ),
        ),
      ),
    'usageGuide',
    'archiveEntries',
  ),
  hostile(
    'an archive in an archive',
    '指南.zip',
    async () => makeZip({ 'b.zip': await makeZip({ a: 'b' }) }),
    'usageGuide',
    'archiveNested',
  ),
  hostile(
    'an archive that climbs',
    '指南.zip',
    async () => renameEntry(await makeZip({ 'xx/xx/x.txt': 'a' }), 'xx/xx/', '../../'),
    'usageGuide',
    'archivePath',
  ),
  hostile(
    'an archive with a root path',
    '指南.zip',
    async () => renameEntry(await makeZip({ 'xetc.txt': 'a' }), 'xetc', '/etc'),
    'usageGuide',
    'archivePath',
  ),
  hostile(
    'an archive with a link',
    '指南.zip',
    () => makeZip({ a: { content: '/etc/passwd', mode: 0o120777 } }),
    'usageGuide',
    'archivePath',
  ),
  hostile(
    'an archive with a program',
    '指南.zip',
    () => makeZip({ '安装/setup.exe': PROGRAM }),
    'usageGuide',
    'archiveExecutable',
  ),
  hostile(
    'an archive with a macro document',
    '指南.zip',
    () => makeZip({ '说明.docm': 'a' }),
    'usageGuide',
    'macro',
  ),
  hostile(
    'an archive under a password',
    '指南.zip',
    async () => patchDirectory(await makeZip({ a: 'b' }), { flags: 1 }),
    'usageGuide',
    'encrypted',
  ),
  hostile(
    'an archive of a rare method',
    '指南.zip',
    async () => patchDirectory(await makeZip({ a: 'b' }), { method: 14 }),
    'usageGuide',
    'archiveMethod',
  ),
  hostile('an empty archive', '指南.zip', () => makeZip({}), 'usageGuide', 'archiveEmpty'),
  hostile(
    'a ZIP cut in half',
    '指南.zip',
    () => cut(makeZip({ a: Buffer.alloc(9000, 'ab') }), 0.5),
    'usageGuide',
    'archiveDamaged',
  ),
  hostile(
    'a RAR that climbs',
    '指南.rar',
    () => makeRar5([{ name: '../a.txt', content: 'b' }]),
    'usageGuide',
    'archivePath',
  ),
  hostile(
    'a RAR with a link',
    '指南.rar',
    () => makeRar5([{ name: 'a', content: '', link: '/etc/passwd' }]),
    'usageGuide',
    'archivePath',
  ),
  hostile(
    'a RAR bomb',
    '指南.rar',
    () => makeRar5([{ name: 'a.txt', content: 'b', size: 2 ** 40 }]),
    'usageGuide',
    'archiveBomb',
  ),
  hostile(
    'a RAR under a password',
    '指南.rar',
    () => makeRar5([{ name: 'a.txt', content: 'b', encrypted: true }]),
    'usageGuide',
    'encrypted',
  ),
  hostile(
    'a part of a RAR',
    '指南.rar',
    () => makeRar5([{ name: 'a.txt', content: 'b' }], { volume: true }),
    'usageGuide',
    'archiveVolume',
  ),
  hostile(
    'a RAR cut short',
    '指南.rar',
    async () => cut(Promise.resolve(makeRar5([{ name: 'a.txt', content: 'b'.repeat(900) }])), 0.7),
    'usageGuide',
    'archiveDamaged',
  ),
  hostile(
    'an old RAR with a program',
    '指南.rar',
    () => makeRar4([{ name: 'a.exe', content: 'b' }]),
    'usageGuide',
    'archiveExecutable',
  ),
  hostile(
    'an old RAR under a password',
    '指南.rar',
    () => makeRar4([{ name: 'a.txt', content: 'b', encrypted: true }]),
    'usageGuide',
    'encrypted',
  ),
  hostile(
    'an old RAR cut short',
    '指南.rar',
    () => cut(Promise.resolve(makeRar4([{ name: 'a.txt', content: 'b'.repeat(900) }])), 0.7),
    'usageGuide',
    'archiveDamaged',
  ),
];
