import { formatBytes } from '@/lib/i18n/format';
import { cx } from './class-names';
import { fileAddress, isImage, pictureAddress, type UploadedFile } from './upload';

/**
 * Files to look at or download; pictures as small views.
 * @param large pictures big enough to judge them
 */
export function FileList({ files, large }: { files: UploadedFile[]; large?: boolean }) {
  if (files.length === 0) return <span className="text-muted">–</span>;
  return (
    <ul className={cx('files', large && 'files--large')}>
      {files.map((file) => (
        <li key={file.id}>
          <a className="files__item" href={fileAddress(file.id)} target="_blank" rel="noreferrer">
            {isImage(file.type) ? (
              // biome-ignore lint/performance/noImgElement: files pass their own authorization check
              <img
                src={pictureAddress(file.id, large ? 'display' : 'thumb')}
                alt=""
                loading="lazy"
              />
            ) : (
              <span className="upload__kind" aria-hidden="true">
                {(/\.([a-z0-9]{1,5})$/i.exec(file.name)?.[1] ?? '').toUpperCase()}
              </span>
            )}
            <span className="min-w-0">
              <span className="link">{file.name}</span>{' '}
              <span className="num text-[12px] text-muted">{formatBytes(file.size)}</span>
            </span>
          </a>
        </li>
      ))}
    </ul>
  );
}
