import { renderSVG } from 'uqr';

/** A QR code as inline SVG, dark on light in both themes so that cameras read it. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const svg = renderSVG(text, { border: 2, ecc: 'M' });
  return (
    <span
      role="img"
      aria-label={label}
      className="block size-44 shrink-0 overflow-hidden rounded-lg bg-white [&_svg]:size-full"
      // biome-ignore lint/security/noDangerouslySetInnerHtml: made here from squares, holds no text of anybody
      dangerouslySetInnerHTML={{ __html: svg }}
    />
  );
}
