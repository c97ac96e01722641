import { Stars } from '@/components/product-review/stars';
import { Avatar } from '@/components/ui/avatar';
import { SmartLink } from '@/components/ui/smart-link';

/** One product on a shelf; words and price are already formatted. */
export function ProductCard({
  href,
  name,
  merchant,
  category,
  summary,
  price,
  pictureFileId,
  logoFileId,
  rating,
}: {
  href: string;
  name: string;
  /** Left out in the merchant's own shop. */
  merchant?: string | undefined;
  category?: string | undefined;
  summary: string;
  price: string;
  pictureFileId: string | null;
  /** Stands in for a picture. */
  logoFileId?: string | null;
  rating?: { overall: number; count: number } | undefined;
}) {
  return (
    <SmartLink href={href} className="card shelf__item">
      {pictureFileId ? (
        // biome-ignore lint/performance/noImgElement: files pass their own authorization check
        <img
          className="shelf__picture"
          src={`/api/files/${pictureFileId}?variant=display`}
          alt=""
          loading="lazy"
        />
      ) : (
        <span className="shelf__picture shelf__picture--none">
          <Avatar
            name={name}
            size={72}
            square
            src={logoFileId ? `/api/files/${logoFileId}?variant=display` : null}
          />
        </span>
      )}
      <span className="shelf__body">
        <span className="shelf__name">{name}</span>
        {merchant && <span className="truncate text-[13px] text-muted">{merchant}</span>}
        <span className="shelf__summary text-muted">{summary}</span>
        {rating && (
          <span className="num inline-flex items-center gap-1.5 text-[13px] text-muted">
            <Stars value={rating.overall} />
            {rating.overall.toFixed(1)} ({rating.count})
          </span>
        )}
        <span className="shelf__foot">
          <span className="shelf__price num">{price}</span>
          {category && <span className="shelf__category">{category}</span>}
        </span>
      </span>
    </SmartLink>
  );
}
