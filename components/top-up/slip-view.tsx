import { FileList } from '@/components/ui/file-list';
import type { FileSummary } from '@/lib/files/summary';

/** A slip: the picture large enough to read, a PDF as a download. */
export function SlipView({ slip }: { slip: FileSummary }) {
  return (
    <>
      {slip.displayUrl && (
        <a href={slip.url} target="_blank" rel="noreferrer">
          {/* biome-ignore lint/performance/noImgElement: files pass their own authorization check */}
          <img
            src={slip.displayUrl}
            alt={slip.name}
            className="mb-3 max-h-[32rem] w-full rounded-lg border border-border object-contain"
          />
        </a>
      )}
      <FileList files={[slip]} />
    </>
  );
}
