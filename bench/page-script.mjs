#!/usr/bin/env node
/**
 * How much script a page loads over an empty page of the same framework, compressed.
 *
 *   node bench/page-script.mjs http://localhost:3000 /merchant/orders /merchant/orders/od_1 --cookie 'name=value'
 *
 * Scripts named in the page's HTML count; what is fetched later, on demand, does not. The empty page
 * is built once, in a folder of its own beside the other generated files.
 */
import { gzipSync } from 'node:zlib';
import { emptyPage } from './lib/empty-page.mjs';

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
