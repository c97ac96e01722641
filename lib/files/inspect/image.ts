import sharp, { type Metadata } from 'sharp';
import type { Kind } from '../kinds';
import { FileRefused } from '../refusal';
import type { ImageRule } from '../rule';
import type { Bytes } from './bytes';

export interface ImageFacts {
  /** As shown, after the camera's rotation mark was applied. */
  width: number;
  height: number;
  frames: number;
}

type ImageKind = Extract<Kind, 'jpg' | 'png' | 'gif'>;

/** How strict the decoder is: a cut or wrong picture fails, a camera's harmless quirk does not. */
export const FAIL_ON = 'error';

/**
 * A picture: its size is judged from the header, before a pixel is decoded; then every frame is really decoded.
 * @throws {FileRefused} imageDamaged, imagePixels, imageFrames, imageMinimum, imageWidth, imageHeight, imageShape
 */
export async function inspectImage(
  path: string,
  bytes: Bytes,
  kind: ImageKind,
  rule: ImageRule,
): Promise<ImageFacts> {
  const header = await readHeader(path);
  const { width, height, frames } = factsOf(header);
  if (width * height > rule.maxPixels) {
    throw new FileRefused('imagePixels', { max: Math.floor(rule.maxPixels / 1e6), width, height });
  }
  if (frames > rule.maxFrames || width * height * frames > rule.maxPixels * 4) {
    throw new FileRefused('imageFrames', { max: rule.maxFrames });
  }
  refuseShape(width, height, rule);
  if (kind === 'png') await refuseCutPng(bytes);
  await decode(path, rule, frames);
  return { width, height, frames };
}

async function readHeader(path: string): Promise<Metadata> {
  try {
    return await sharp(path, { limitInputPixels: false, failOn: FAIL_ON }).metadata();
  } catch {
    throw new FileRefused('imageDamaged');
  }
}

function factsOf(header: Metadata): ImageFacts {
  const frames = header.pages ?? 1;
  const { width, height } = header.autoOrient;
  if (!width || !height) throw new FileRefused('imageDamaged');
  return { width, height, frames };
}

/** Decodes every pixel and keeps none. */
async function decode(path: string, rule: ImageRule, frames: number): Promise<void> {
  try {
    const image = sharp(path, {
      failOn: FAIL_ON,
      sequentialRead: true,
      animated: frames > 1,
      limitInputPixels: rule.maxPixels * 4,
    });
    await image.resize({ width: 16 }).raw().toBuffer();
  } catch {
    throw new FileRefused('imageDamaged');
  }
}

const RATIO_TOLERANCE = 0.01;

function refuseShape(width: number, height: number, rule: ImageRule): void {
  const { minWidth = 1, maxWidth, minHeight = 1, ratio } = rule;
  const found = { width, height };
  if (ratio && (width < minWidth || height < minHeight)) {
    throw new FileRefused('imageMinimum', { ...found, minWidth, minHeight });
  }
  if (width < minWidth || width > (maxWidth ?? width)) {
    throw new FileRefused('imageWidth', { ...found, min: minWidth, max: maxWidth ?? 'none' });
  }
  if (height < minHeight) throw new FileRefused('imageHeight', { ...found, min: minHeight });
  if (!ratio) return;
  const wanted = (width * ratio.height) / ratio.width;
  if (Math.abs(height - wanted) > Math.max(1, wanted * RATIO_TOLERANCE)) {
    throw new FileRefused('imageShape', {
      ...found,
      ratio: `${ratio.width}:${ratio.height}`,
      minWidth,
      minHeight,
    });
  }
}

/** A decoder is content with the last pixel; a whole PNG also has its end chunk. */
async function refuseCutPng(bytes: Bytes): Promise<void> {
  for (let at = 8; at + 12 <= bytes.size; ) {
    const chunk = await bytes.read(at, 8);
    if (chunk.toString('latin1', 4, 8) === 'IEND') return;
    at += 12 + chunk.readUInt32BE(0);
  }
  throw new FileRefused('imageDamaged');
}
