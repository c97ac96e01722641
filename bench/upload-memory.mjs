import { readFileSync } from 'node:fs';
import { request } from 'node:http';

/**
 * `node bench/upload-memory.mjs <site> <cookie> <process id of the web server> <a small PNG>`: sends 2 GB as a company
 * logo and watches the server's memory. With `length` as the fifth argument the size is announced.
 */
const [site, cookie, pid, picture, announce] = process.argv.slice(2);
const SIZE = 2 * 1024 ** 3;
const EDGE = 'guildhall-bench';
const megabytes = (bytes) => Math.round(bytes / 1024 ** 2);
const memory = () =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) * 1024;

const part = (headers, body) => [
  Buffer.from(`--${EDGE}\r\ncontent-disposition: form-data; ${headers}\r\n\r\n`),
  Buffer.from(body),
];
const head = Buffer.concat([
  ...part('name="purpose"', 'companyLogo\r\n'),
  ...part('name="file"; filename="logo.png"', readFileSync(picture)),
]);

const before = memory();
let peak = before;
const watch = setInterval(() => {
  peak = Math.max(peak, memory());
}, 20);
const since = performance.now();
const sending = request(`${site}/api/ui/files`, {
  method: 'POST',
  headers: {
    cookie,
    'content-type': `multipart/form-data; boundary=${EDGE}`,
    ...(announce ? { 'content-length': SIZE } : {}),
  },
});
let answer;
sending.on('error', ({ code }) => {
  answer ??= code;
});
sending.on('response', (response) => {
  answer = response.statusCode;
  response.resume();
});
const closed = new Promise((resolve) => sending.on('close', resolve));
let sent = head.length;
sending.write(head);
const piece = Buffer.alloc(256 * 1024, 7);
while (sent < SIZE - piece.length && !answer && !sending.destroyed) {
  const drained = new Promise((resolve) => sending.once('drain', resolve));
  if (!sending.write(piece)) await Promise.race([drained, closed]);
  sent += piece.length;
}
clearInterval(watch);
sending.destroy();
console.log(
  `answer ${answer} after ${Math.round(performance.now() - since)} ms and ${megabytes(sent)} of ${megabytes(SIZE)} MB; server memory ${megabytes(before)} MB, at most ${megabytes(peak)} MB`,
);
