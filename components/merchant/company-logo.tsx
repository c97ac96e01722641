import { Avatar } from '@/components/ui/avatar';
import { pictureAddress } from '@/components/ui/upload';

/** A company's logo in its own shape, which is wider than high; without one, its first character. */
export function CompanyLogo({ name, fileId }: { name: string; fileId?: string | null }) {
  if (!fileId) return <Avatar name={name} square />;
  return (
    // biome-ignore lint/performance/noImgElement: files pass their own authorization check
    <img
      src={pictureAddress(fileId, 'display')}
      alt={name}
      loading="lazy"
      className="h-9 w-auto max-w-[96px] shrink-0 rounded border border-separator bg-white object-contain"
    />
  );
}
