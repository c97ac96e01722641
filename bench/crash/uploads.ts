import { Readable } from 'node:stream';
import type { Actor } from '@/lib/auth/actor';
import { receiveFile } from '@/lib/files/receive';
import { makePdf } from '@/lib/files/samples/pdf';
import { makePicture } from '@/lib/files/samples/pictures';
import { newId } from '@/lib/ids';
import type { Lane } from './lane';
import { sure } from './sure';

/** Hands in a document of its own content, as the upload's route does with what a browser sends. @returns its id */
export async function upload(lane: Lane, actor: Actor, purpose: string): Promise<string> {
  return send(lane, actor, {
    purpose,
    name: '材料.pdf',
    content: await makePdf(newId('view'), []),
  });
}

/** The same with a picture, of which smaller ones are made. */
export async function uploadPicture(lane: Lane, actor: Actor, purpose: string): Promise<string> {
  const hue = Math.floor(lane.random() * 360);
  const content = await makePicture({ width: 90, height: 60, format: 'png', hue });
  return send(lane, actor, { purpose, name: '现场.png', content });
}

/** The same with a list of customers. */
export const uploadList = (lane: Lane, actor: Actor, lines: string[]): Promise<string> =>
  send(lane, actor, {
    purpose: 'voucherCustomers',
    name: '客户.csv',
    content: Buffer.from(`${lines.join('\n')}\n`),
  });

async function send(
  lane: Lane,
  actor: Actor,
  { purpose, name, content }: { purpose: string; name: string; content: Buffer },
): Promise<string> {
  const kept = await sure(lane.journal, 'file.upload', async () => {
    const { id } = await receiveFile(actor, { purpose, name, body: Readable.from([content]) });
    return { id, version: 1 };
  });
  if (!kept) throw new Error(`a file for ${purpose} was refused`);
  return kept.id;
}
