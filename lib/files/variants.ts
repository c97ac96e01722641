import sharp from 'sharp';
import { FAIL_ON } from './inspect/image';
import type { ImageRule, VariantName, VariantRule } from './rule';

export interface Variant {
  name: VariantName;
  content: Buffer;
  width: number;
  height: number;
}

/** Type of every derived picture. */
export const VARIANT_TYPE = 'image/webp';
const QUALITY = 82;
/** WebP's own bound on either side. */
const WEBP_MAX = 16_383;

/**
 * Pictures made anew from the decoded pixels of an inspected file: nothing of the original survives but what is
 * seen. Metadata (place, camera, author) is dropped, the camera's rotation applied, colours are sRGB, and each fits
 * its box without being enlarged.
 */
export async function makeVariants(
  path: string,
  rule: ImageRule,
  frames: number,
): Promise<Variant[]> {
  const made: Variant[] = [];
  for (const variant of rule.variants) made.push(await makeVariant(path, rule, variant, frames));
  return made;
}

async function makeVariant(
  path: string,
  rule: ImageRule,
  variant: VariantRule,
  frames: number,
): Promise<Variant> {
  const animated = variant.animated && frames > 1;
  const { data, info } = await sharp(path, {
    failOn: FAIL_ON,
    animated,
    limitInputPixels: rule.maxPixels * 4,
  })
    .autoOrient()
    .resize({
      width: Math.min(variant.width, WEBP_MAX),
      height: Math.min(variant.height, WEBP_MAX),
      fit: 'inside',
      withoutEnlargement: true,
    })
    .toColourspace('srgb')
    .webp({ quality: QUALITY, effort: animated ? 2 : 4 })
    .toBuffer({ resolveWithObject: true });
  return {
    name: variant.name,
    content: data,
    width: info.width,
    height: info.pageHeight ?? info.height,
  };
}
