import type { Kind } from './kinds';

/** What one purpose accepts, read from the settings of the moment. */
export interface FileRule {
  purpose: string;
  kinds: readonly Kind[];
  maxBytes: number;
  image: ImageRule;
  archive: ArchiveRule;
}

export interface ImageRule {
  /** Most pixels of one frame; checked from the header before anything is decoded. */
  maxPixels: number;
  /** Most frames of an animation. */
  maxFrames: number;
  minWidth?: number;
  maxWidth?: number;
  minHeight?: number;
  /** Width to height, with a tolerance of one per cent or one pixel. */
  ratio?: { width: number; height: number };
  /** Size that looks best; never a reason to refuse. */
  advised?: { width: number; height: number };
  /** Pictures made for showing, each fitted into a box. Empty when the purpose never shows a picture. */
  variants: readonly VariantRule[];
}

export type VariantName = 'display' | 'thumb';

export interface VariantRule {
  name: VariantName;
  width: number;
  height: number;
  /** Whether an animation keeps moving. */
  animated: boolean;
}

export interface ArchiveRule {
  maxEntries: number;
  /** Most bytes that the whole content may unpack to. */
  maxUnpackedBytes: number;
  /** Most times larger than packed; asked of content above `RATIO_FLOOR` only. */
  maxRatio: number;
}
