import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { freePort } from '../../bin/lib/ports.mjs';

/**
 * Builds (once) and serves an app with an empty page at `/`, made when it was built, and one at `/made`, made for each
 * request.
 * @returns {Promise<{ address: string, stop: () => void }>}
 */
export async function emptyPage() {
  const folder = resolve('.data/bench/empty-pages');
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
    mkdirSync(join(folder, 'app/made'));
    const made = "export const dynamic = 'force-dynamic';\nexport default () => null;\n";
    writeFileSync(join(folder, 'app/made/page.jsx'), made);
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
