import sharp from 'sharp';

export interface PictureSpec {
  width: number;
  height: number;
  format: 'jpg' | 'png' | 'gif';
  /** Up to a few letters drawn in the middle. */
  letters?: string;
  /** Degrees on the colour circle. */
  hue?: number;
}

/** A real picture: a coloured ground with shapes, so that it looks like something and does not pack to nothing. */
export async function makePicture({
  width,
  height,
  format,
  letters = '',
  hue = 210,
}: PictureSpec): Promise<Buffer> {
  const drawing = sharp(Buffer.from(drawn(width, height, letters, hue)), { density: 72 }).resize(
    width,
    height,
  );
  if (format === 'jpg')
    return drawing.flatten({ background: '#fff' }).jpeg({ quality: 88 }).toBuffer();
  return format === 'png' ? drawing.png().toBuffer() : drawing.gif().toBuffer();
}

/** An animated GIF whose ground changes colour with every frame. */
export async function makeAnimation(
  spec: Omit<PictureSpec, 'format'>,
  frames = 3,
): Promise<Buffer> {
  const pictures = await Promise.all(
    Array.from({ length: frames }, (_, index) =>
      makePicture({ ...spec, format: 'png', hue: (spec.hue ?? 0) + index * 60 }),
    ),
  );
  return sharp(pictures, { join: { animated: true } })
    .gif({ delay: Array.from({ length: frames }, () => 400), loop: 0 })
    .toBuffer();
}

function drawn(width: number, height: number, letters: string, hue: number): string {
  const size = Math.min(width, height);
  const rings = Array.from({ length: 5 }, (_, index) => {
    const radius = (size * (index + 2)) / 10;
    return `<circle cx="${width * 0.78}" cy="${height * 0.2}" r="${radius}" fill="none" stroke="hsl(${hue + 20},70%,80%)" stroke-opacity="0.35" stroke-width="${Math.max(1, size / 90)}"/>`;
  }).join('');
  const name = letters.replace(/[<>&]/g, '');
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
<defs><linearGradient id="g" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="hsl(${hue},65%,38%)"/><stop offset="1" stop-color="hsl(${hue + 40},70%,55%)"/></linearGradient></defs>
<rect width="${width}" height="${height}" fill="url(#g)"/>${rings}
<text x="50%" y="50%" dy="0.35em" text-anchor="middle" font-family="sans-serif" font-weight="700" font-size="${size * 0.36}" fill="#fff">${name}</text></svg>`;
}
