import { SmartLink } from '@/components/ui/smart-link';

/** One product on a shelf; words and price are already formatted. */
export function ProductCard({
  href,
  name,
  merchant,
  summary,
  price,
  pictureFileId,
}: {
  href: string;
  name: string;
  merchant: string;
  summary: string;
  price: string;
  pictureFileId: string | null;
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
        <span className="shelf__picture" />
      )}
      <span className="shelf__body">
        <span className="font-medium">{name}</span>
        <span className="text-[13px] text-muted">{merchant}</span>
        <span className="shelf__summary text-muted">{summary}</span>
        <span className="shelf__price num">{price}</span>
      </span>
    </SmartLink>
  );
}
