import { FileRefused } from '../refusal';
import type { ArchiveRule } from '../rule';
import { type ArchiveEntry, ArchiveWatch } from './archive';
import type { Bytes } from './bytes';
import { type RarBlock, readRar4 } from './rar4';
import { readRar5 } from './rar5';

const RAR5 = 'Rar!\x1a\x07\x01\x00';

/**
 * Lists a RAR archive (formats 4 and 5) from its headers, within bounds. The content is not unpacked: nothing here
 * can run RAR's own decompressor.
 * @throws {FileRefused} archive…, encrypted
 */
export async function inspectRar(bytes: Bytes, rule: ArchiveRule): Promise<ArchiveEntry[]> {
  const magic = (await bytes.read(0, 8)).toString('latin1');
  const blocks = magic === RAR5 ? readRar5(bytes) : readRar4(bytes);
  const watch = new ArchiveWatch(rule, 'archive');
  let ended = false;
  for await (const block of blocks) {
    refuseBlock(block);
    if (block.entry) watch.add(block.entry);
    ended = block.type === 'end';
    if (ended) break;
  }
  // Old archives may lack the end block: then the last header's data must reach the end exactly, which the readers check.
  if (!ended && magic === RAR5) throw new FileRefused('archiveDamaged');
  return watch.finish();
}

function refuseBlock(block: RarBlock): void {
  if (block.type === 'damaged') throw new FileRefused('archiveDamaged');
  if (block.type === 'encrypted') throw new FileRefused('encrypted');
  if (block.volume) throw new FileRefused('archiveVolume');
}
