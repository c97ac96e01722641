import { pictureAddress } from '@/components/ui/upload';

/** The pictures of a review, small; each opens large. Only what was made anew is shown. */
export function ReviewPictures({
  fileIds,
  label,
}: {
  fileIds: readonly string[];
  label: (n: number) => string;
}) {
  if (fileIds.length === 0) return null;
  return (
    <p className="review__pictures">
      {fileIds.map((id, index) => (
        <a key={id} href={pictureAddress(id, 'display')} target="_blank" rel="noreferrer">
          {/* biome-ignore lint/performance/noImgElement: files pass their own authorization check */}
          <img src={pictureAddress(id, 'thumb')} alt={label(index + 1)} loading="lazy" />
        </a>
      ))}
    </p>
  );
}
