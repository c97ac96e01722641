import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { crc32 } from '../../inspect/crc32';
import { cut, gif, type HostileFile, hostile, jpg, png } from './builders';

/** A PNG of one colour with any claimed size: a hundred million pixels in a few kilobytes. */
export function makeHugePng(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const frame = Buffer.alloc(8);
    frame.writeUInt32BE(data.length, 0);
    frame.writeUInt32BE(crc32(body), 4);
    return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 1;
  const rows = deflateSync(Buffer.alloc((Math.ceil(width / 8) + 1) * height));
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', rows),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** A GIF of this many tiny frames, no two neighbours alike. */
function makeFlicker(frames: number): Promise<Buffer> {
  const [width, height] = [8, 6];
  const pixels = Buffer.alloc(width * height * 3 * frames);
  for (let i = 0; i < pixels.length; i += 1) pixels[i] = (i * 31 + (i >> 5)) % 256;
  const raw = { width, height: height * frames, channels: 3 as const, pageHeight: height };
  return sharp(pixels, { raw }).gif().toBuffer();
}

/** Writes another size into a PNG's header, with its checksum. */
function claimSize(picture: Buffer): Buffer {
  const changed = Buffer.from(picture);
  changed.writeUInt32BE(1_000_000_000, 16);
  changed.writeUInt32BE(1_000_000_000, 20);
  changed.writeUInt32BE(crc32(changed.subarray(12, 29)), 29);
  return changed;
}

/** Cut, swollen and wrongly shaped pictures. */
export const HOSTILE_PICTURES: readonly HostileFile[] = [
  hostile('a JPG cut in half', 'a.jpg', () => cut(jpg(), 0.5), 'productPicture', 'imageDamaged'),
  hostile('a PNG cut in half', 'a.png', () => cut(png(), 0.5), 'productPicture', 'imageDamaged'),
  hostile(
    'a PNG without its end',
    'a.png',
    () => cut(png(), 0.9999),
    'productPicture',
    'imageDamaged',
  ),
  hostile('a GIF cut in half', 'a.gif', () => cut(gif(), 0.5), 'productPicture', 'imageDamaged'),
  hostile('only a PNG header', 'a.png', () => cut(png(), 0.0002), 'productPicture', 'imageDamaged'),
  hostile(
    'a PNG of 100 megapixels',
    'a.png',
    () => makeHugePng(10_000, 10_000),
    'businessLicence',
    'imagePixels',
  ),
  hostile(
    'a PNG of a billion by a billion',
    'a.png',
    () => claimSize(makeHugePng(8, 8)),
    'businessLicence',
    'imageDamaged',
  ),
  hostile(
    'an animation without end',
    'a.gif',
    () => makeFlicker(210),
    'deliveryScreenshot',
    'imageFrames',
  ),
  hostile('a picture too small', 'a.png', () => png(640, 480), 'productPicture', 'imageMinimum'),
  hostile(
    'a picture of another shape',
    'a.png',
    () => png(1600, 900),
    'productPicture',
    'imageShape',
  ),
  hostile(
    'a description too narrow',
    'a.png',
    () => png(800, 900),
    'descriptionImage',
    'imageWidth',
  ),
  hostile(
    'a description too low',
    'a.png',
    () => png(1000, 700),
    'descriptionImage',
    'imageHeight',
  ),
];
