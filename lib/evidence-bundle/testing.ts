import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import yauzl from 'yauzl';
import yazl from 'yazl';
import { handIn, makeSupervised } from '@/db/factories/supervision';
import type { Actor } from '@/lib/auth/actor';
import { receiveFile } from '@/lib/files/receive';
import { makePdf } from '@/lib/files/samples/pdf';
import { createOperator } from '@/lib/testing/actors';
import {
  answerAsMerchant,
  askMerchant,
  decidePartialRefund,
  openAppealAsBuyer,
} from '@/lib/workflows/appeal/commands';
import { buyersAppeal } from '@/lib/workflows/appeal/testing';
import { checkBundle } from './check';
import { SUMS } from './format';
import { writeBundle } from './write';

/** Where bundles of this run are written. */
const folder = mkdtempSync(join(tmpdir(), 'bundle-test-'));

/** A file of an appeal, with bytes. */
export async function uploaded(actor: Actor, name: string): Promise<string> {
  const body = await makePdf('沟通记录', [`${name} <b>& "引号"</b>`]);
  const file = await receiveFile(actor, {
    purpose: 'appealEvidence',
    name,
    body: Readable.from([body]),
  } as never);
  return file.id;
}

/** The entries of an archive. */
export async function unpack(path: string): Promise<Map<string, Buffer>> {
  const zip = await yauzl.openPromise(path, { autoClose: false, lazyEntries: true });
  const found = new Map<string, Buffer>();
  for await (const entry of zip.eachEntry())
    found.set(entry.fileName, await buffer(await zip.openReadStreamPromise(entry)));
  zip.close();
  return found;
}

/** A bundle with these entries; sums are made anew unless they are to be kept. */
export async function pack(contents: Map<string, Buffer>, resum = false): Promise<string> {
  const all = new Map(contents);
  if (resum) {
    const lines = [...all]
      .filter(([name]) => name !== SUMS)
      .map(([name, body]) => `${createHash('sha256').update(body).digest('hex')}  ${name}\n`);
    all.set(SUMS, Buffer.from(lines.join('')));
  }
  const path = join(folder, `${randomUUID()}.zip`);
  const zip = new yazl.ZipFile();
  for (const [name, body] of all) zip.addBuffer(body, name);
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(path));
  return path;
}

/** What is wrong with a bundle, or `whole`. */
export const complaint = (path: string, head?: string) =>
  checkBundle(path, head).then(
    () => 'whole',
    (error: Error) => error.message,
  );

/** The bundle of a dispute that was argued by both sides and decided. */
export async function disputedBundle() {
  const arbiter = await createOperator('arbiter');
  const made = await makeSupervised();
  await handIn(made);
  const appeal = await openAppealAsBuyer(
    made.buyer,
    buyersAppeal(made.id, {
      reason: '报告缺少 <script>alert(1)</script> 回退预案。',
      documents: { evidence: [await uploaded(made.buyer, '聊天记录.pdf')] },
    }),
  );
  await askMerchant(arbiter, appeal.id, { text: '请提供回退预案。' });
  await answerAsMerchant(made.owner, appeal.id, {
    text: '见附件。',
    documents: { evidence: [await uploaded(made.owner, '回退预案.pdf')] },
  });
  await decidePartialRefund(arbiter, appeal.id, { reason: '部分交付。', amount: '1000' });
  const whole = join(folder, 'whole.zip');
  await writeBundle(arbiter, made.orderId, { path: whole, locale: 'zh-CN' });
  const entries = await unpack(whole);
  return { made, arbiter, folder, whole, entries };
}

export type DisputedBundle = Awaited<ReturnType<typeof disputedBundle>>;
