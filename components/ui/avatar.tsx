import { cx } from './class-names';

/** A logo or portrait; without a picture the first character on a quiet ground. */
export function Avatar({
  name,
  src,
  size = 32,
  square,
}: {
  name: string;
  src?: string | null;
  /** pixels */
  size?: number;
  /** Logos are square, people round. */
  square?: boolean;
}) {
  const shape = square ? 'rounded-md' : 'rounded-full';
  if (src) {
    return (
      // biome-ignore lint/performance/noImgElement: files pass their own authorization check
      <img
        src={src}
        alt={name}
        width={size}
        height={size}
        loading="lazy"
        className={cx('shrink-0 border border-separator bg-white object-contain', shape)}
        style={{ width: size, height: size }}
      />
    );
  }
  return (
    <span
      aria-hidden="true"
      className={cx(
        'inline-grid shrink-0 place-items-center bg-accent-soft font-semibold text-accent-soft-foreground select-none',
        shape,
      )}
      style={{ width: size, height: size, fontSize: Math.max(11, Math.round(size * 0.42)) }}
    >
      {[...name.trim()][0]?.toUpperCase() ?? '·'}
    </span>
  );
}
