import { buffer } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { readMultipart } from './multipart';
import { FileRefused } from './refusal';

async function read(form: FormData) {
  const request = new Request('http://localhost', { method: 'POST', body: form });
  const { part } = readMultipart(request.headers.get('content-type'), request.body);
  const { fields, name, body } = await part;
  return { fields, name, content: (await buffer(body)).toString() };
}

const formOf = (...parts: [string, string | File][]) => {
  const form = new FormData();
  for (const [name, value] of parts) form.append(name, value as string);
  return form;
};

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'taken',
    (error) => (error instanceof FileRefused ? error.code : error),
  );

test('fields and one file are read, Chinese names and quotation marks intact', async () => {
  const name = '商品服务协议（终稿）"2026".pdf';
  const got = await read(
    formOf(['purpose', 'serviceAgreement'], ['file', new File(['内容'], name)]),
  );
  expect(got.name).toBe(name);
  expect(got.fields.get('purpose')).toBe('serviceAgreement');
  expect(got.content).toBe('内容');
});

test('paths in the name reach the judge', async () => {
  const got = await read(formOf(['file', new File(['a'], '../../a.pdf')]));
  expect(got.name).toBe('../../a.pdf');
});

test('a form without a file, or another kind of body, is refused', async () => {
  expect(await codeOf(read(formOf(['purpose', 'companyLogo'])))).toBe('noFile');
  const { part } = readMultipart('application/json', new Response('{}').body);
  expect(await codeOf(part)).toBe('noFile');
  expect(await codeOf(readMultipart('multipart/form-data; x=1', new Response('a').body).part)).toBe(
    'interrupted',
  );
  expect(await codeOf(readMultipart('multipart/form-data; boundary=x', null).part)).not.toBe(
    'taken',
  );
});

test('a second file is noticed before the first is taken', async () => {
  const two = formOf(['file', new File(['a'], 'a.pdf')], ['file', new File(['b'], 'b.pdf')]);
  expect(await codeOf(read(two))).toBe('oneFileOnly');
});

test('a body that breaks off is refused as interrupted', async () => {
  const whole = new Request('http://localhost', {
    method: 'POST',
    body: formOf(['purpose', 'companyLogo'], ['file', new File(['x'.repeat(100_000)], 'a.png')]),
  });
  const bytes = Buffer.from(await whole.arrayBuffer());
  for (const kept of [120, 400, 50_000, bytes.length - 20]) {
    const cut = new Response(bytes.subarray(0, kept)).body;
    const { part } = readMultipart(whole.headers.get('content-type'), cut);
    const code = await codeOf(part.then(({ body }) => buffer(body)));
    expect(['interrupted', 'noFile'], `${kept} bytes`).toContain(code);
  }
  const failing = new ReadableStream({
    start(controller) {
      controller.enqueue(new Uint8Array(bytes.subarray(0, 60_000)));
    },
    pull(controller) {
      controller.error(new Error('connection reset'));
    },
  });
  const { part } = readMultipart(whole.headers.get('content-type'), failing);
  expect(await codeOf(part.then(({ body }) => buffer(body)))).toBe('interrupted');
});
