import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { KINDS } from '../kinds';
import { readFileName } from '../name';
import { PURPOSE_NAMES, type Purpose, purposeSpec } from '../purposes';
import { defaultSettings, readRule } from '../read-rule';
import { FileRefused, REFUSAL_CODES } from '../refusal';
import { GOOD_FILES } from '../samples/good';
import { HOSTILE_FILES } from '../samples/hostile/all';
import { type Judgement, judgeFile } from './inspect';

const folder = mkdtempSync(join(tmpdir(), 'guildhall-inspect-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const made = new Map<() => Promise<Buffer> | Buffer, Promise<Buffer>>();
/** Large samples are made once for all tests. */
function content(make: () => Promise<Buffer> | Buffer): Promise<Buffer> {
  const ready = made.get(make) ?? Promise.resolve(make());
  made.set(make, ready);
  return ready;
}

let files = 0;
async function judge(name: string, bytes: Buffer, purpose: Purpose): Promise<Judgement> {
  files += 1;
  const path = join(folder, String(files));
  writeFileSync(path, bytes);
  try {
    return await judgeFile(path, readFileName(name), await readRule(defaultSettings, purpose));
  } catch (error) {
    if (error instanceof FileRefused) return { ok: false, code: error.code, params: error.params };
    throw error;
  } finally {
    rmSync(path);
  }
}

describe('good files', () => {
  test.for(GOOD_FILES)('$name is taken as $purpose', async ({ name, make, purpose }) => {
    const judgement = await judge(name, await content(make), purpose);
    expect(judgement).toMatchObject({ ok: true });
  });

  test('every kind has a good file', () => {
    const kinds = GOOD_FILES.map(({ name }) => readFileName(name).extension);
    const missing = Object.values(KINDS).filter(
      (kind) => !kind.extensions.some((extension) => kinds.includes(extension)),
    );
    expect(missing).toEqual([]);
  });

  test('the names inside an archive are listed, whatever machine packed them', async () => {
    const zip = GOOD_FILES.find(({ name }) => name === '软件著作权.zip');
    const judgement = await judge(
      '软件著作权.zip',
      await (zip as (typeof GOOD_FILES)[0]).make(),
      'copyrightCertificate',
    );
    expect(judgement).toMatchObject({
      entries: [{ name: '证书/正本.txt' }, { name: '证书/附件.txt' }],
    });
  });
});

describe('hostile files', () => {
  test.for(HOSTILE_FILES)('$title is refused as $code', async ({ name, make, purpose, code }) => {
    const judgement = await judge(name, await content(make), purpose);
    expect(judgement).toMatchObject({ ok: false, code });
  });

  test('no hostile file gets in by another purpose', async () => {
    const shape = new Set([
      'imageMinimum',
      'imageShape',
      'imageWidth',
      'imageHeight',
      'typeNotAllowed',
      'tooLarge',
    ]);
    for (const { title, name, make, code } of HOSTILE_FILES.filter(
      (file) => !shape.has(file.code),
    )) {
      const bytes = await content(make);
      for (const purpose of PURPOSE_NAMES) {
        const judgement = await judge(name, bytes, purpose);
        const codes = [
          code,
          'typeNotAllowed',
          'tooLarge',
          'imageMinimum',
          'imageWidth',
          'imageHeight',
          'imageShape',
        ];
        expect(judgement, `${title} as ${purpose}`).toMatchObject({ ok: false });
        expect(codes, `${title} as ${purpose}`).toContain(judgement.ok ? 'taken' : judgement.code);
      }
    }
  }, 120_000);
});

describe('any bytes at all', () => {
  const codes: readonly string[] = REFUSAL_CODES;
  const answered = (judgement: Judgement) => judgement.ok || codes.includes(judgement.code);
  const heads = [
    '',
    '\xff\xd8\xff\xe0',
    '\x89PNG\r\n\x1a\n',
    'GIF89a',
    '%PDF-1.7\n',
    'PK\x03\x04',
    'Rar!\x1a\x07\x00',
    'Rar!\x1a\x07\x01\x00',
  ];
  const ole = Buffer.from('d0cf11e0a1b11ae1', 'hex').toString('latin1');
  const names = purposeSpec('requirementAttachment').kinds.map(
    (kind) => `甲.${KINDS[kind].extensions[0]}`,
  );

  test('random bytes get an answer, never an exception', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...heads, ole),
        fc.uint8Array({ maxLength: 3000 }),
        fc.constantFrom(...names),
        async (head, bytes, name) =>
          answered(
            await judge(
              name,
              Buffer.concat([Buffer.from(head, 'latin1'), bytes]),
              'requirementAttachment',
            ),
          ),
      ),
      { numRuns: 600 },
    );
  }, 60_000);

  test('a real file cut anywhere, or with bytes overwritten, gets an answer, never an exception', async () => {
    const real = await Promise.all(
      GOOD_FILES.map(async (file) => ({ ...file, content: await file.make() })),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...real),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.array(
          fc.tuple(
            fc.double({ min: 0, max: 0.999, noNaN: true }),
            fc.integer({ min: 0, max: 255 }),
          ),
          { maxLength: 12 },
        ),
        async ({ name, content, purpose }, kept, changes) => {
          const changed = Buffer.from(content.subarray(0, Math.ceil(content.length * kept)));
          for (const [place, value] of changes) changed[Math.floor(place * changed.length)] = value;
          return answered(await judge(name, changed, purpose));
        },
      ),
      { numRuns: 600 },
    );
  }, 60_000);
});
