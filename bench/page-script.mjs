#!/usr/bin/env node
/**
 * How much script a page loads over an empty page of the same framework, compressed.
 *
 *   node bench/page-script.mjs http://localhost:3000 /merchant/orders /merchant/orders/od_1 --cookie 'name=value'
 *
 * Scripts named in the page's HTML count; what is fetched later, on demand, does not. The empty page
 * is built once, in a folder of its own beside the other generated files.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';

const LIMIT = 25 * 1024;
const args = process.argv.slice(2);
const flag = args.indexOf('--cookie');
const cookie = flag >= 0 ? args.splice(flag, 2)[1] : '';
const [base, ...paths] = args;
if (!base || paths.length === 0) {
  console.error('usage: page-script.mjs <base address> <path>… [--cookie "name=value"]');
  process.exit(2);
}

/** Compressed bytes of the scripts that the HTML of an address names. */
async function scriptsOf(address) {
  const page = await fetch(address, { headers: { cookie }, redirect: 'manual' });
  if (page.status !== 200) throw new Error(`${address} answered ${page.status}`);
  const html = await page.text();
  const sources = new Set(
    [...html.matchAll(/<script[^>]+src="([^"]+)"[^>]*>/g)]
      .filter(([tag]) => !/nomodule/i.test(tag))
      .map(([, source]) => source.replaceAll('&amp;', '&')),
  );
  let bytes = 0;
  for (const source of sources) {
    const script = await fetch(new URL(source, address));
    bytes += gzipSync(Buffer.from(await script.arrayBuffer()), { level: 9 }).length;
  }
  return { files: sources.size, bytes };
}

/** A free port of this machine. */
function freePort() {
  return new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });
}

/** Builds (once) and serves an app with one empty page; answers its address and how to stop it. */
async function emptyPage() {
  const folder = resolve('.data/bench/empty-page');
  const next = resolve('node_modules/next/dist/bin/next');
  if (!existsSync(join(folder, '.next/BUILD_ID'))) {
    mkdirSync(join(folder, 'app'), { recursive: true });
    if (!existsSync(join(folder, 'node_modules'))) {
      symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
    }
    writeFileSync(join(folder, 'package.json'), '{"type":"module","private":true}');
    const root = resolve('.').replaceAll('\\', '/');
    writeFileSync(
      join(folder, 'next.config.js'),
      `export default { turbopack: { root: ${JSON.stringify(root)} } };\n`,
    );
    const wrap = 'export default ({ children }) => <html><body>{children}</body></html>;\n';
    writeFileSync(join(folder, 'app/layout.jsx'), wrap);
    writeFileSync(join(folder, 'app/page.jsx'), 'export default () => null;\n');
    const built = spawnSync(process.execPath, [next, 'build'], { cwd: folder, encoding: 'utf8' });
    if (built.status !== 0)
      throw new Error(`the empty page did not build\n${built.stdout}${built.stderr}`);
  }
  const port = await freePort();
  const server = spawn(process.execPath, [next, 'start', '-p', String(port)], { cwd: folder });
  const address = `http://127.0.0.1:${port}/`;
  for (let tries = 0; tries < 100; tries += 1) {
    const up = await fetch(address).then(
      (answer) => answer.ok,
      () => false,
    );
    if (up) return { address, stop: () => server.kill() };
    await new Promise((again) => setTimeout(again, 100));
  }
  server.kill();
  throw new Error('the empty page did not start');
}

const kilobytes = (bytes) => `${(bytes / 1024).toFixed(1)} KB`;
const empty = await emptyPage();
let over = 0;
try {
  const nothing = await scriptsOf(empty.address);
  console.log(`empty page: ${nothing.files} scripts, ${kilobytes(nothing.bytes)}`);
  for (const path of paths) {
    const page = await scriptsOf(new URL(path, base).href);
    const more = page.bytes - nothing.bytes;
    if (more > LIMIT) over += 1;
    const mark = more > LIMIT ? `  over the ${kilobytes(LIMIT)} allowed` : '';
    console.log(
      `${path}: ${page.files} scripts, ${kilobytes(page.bytes)}, +${kilobytes(more)}${mark}`,
    );
  }
} finally {
  empty.stop();
}
process.exit(over > 0 ? 1 : 0);
