import type { Purpose } from '../../purposes';
import type { RefusalCode } from '../../refusal';
import { makeDocx } from '../office';
import { makePdf } from '../pdf';
import { makePicture } from '../pictures';

/** A file that must not get in: its name, how to make it, where it is tried, and the code that it is refused with. */
export interface HostileFile {
  title: string;
  name: string;
  make: () => Promise<Buffer> | Buffer;
  purpose: Purpose;
  code: RefusalCode;
}

export function hostile(
  title: string,
  name: string,
  make: HostileFile['make'],
  purpose: Purpose,
  code: RefusalCode,
): HostileFile {
  return { title, name, make, purpose, code };
}

export const png = (width = 800, height = 600) =>
  makePicture({ width, height, format: 'png', letters: 'QH' });
export const jpg = (width = 800, height = 600) =>
  makePicture({ width, height, format: 'jpg', letters: 'QH' });
export const gif = () => makePicture({ width: 800, height: 600, format: 'gif', letters: 'QH' });
export const pdf = () => makePdf('软件服务协议', ['第一条 服务内容']);
export const docx = () => makeDocx('使用指南', ['第一步：登录']);
export const cut = async (whole: Promise<Buffer>, part: number) => {
  const content = await whole;
  return content.subarray(0, Math.floor(content.length * part));
};
export const join = async (...parts: (Buffer | string | Promise<Buffer>)[]) =>
  Buffer.concat((await Promise.all(parts)).map((part) => Buffer.from(part as Buffer)));

/** What a Windows program begins with. */
export const PROGRAM = Buffer.concat([Buffer.from('MZ\x90\x00', 'latin1'), Buffer.alloc(600)]);
