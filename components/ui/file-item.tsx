'use client';

import { formatBytes } from '@/lib/i18n/format';
import type { UploadWords } from './file-upload-client';
import { ToneMark } from './tone';
import { fileAddress, isImage, pictureAddress } from './upload';
import type { Item } from './use-uploads';

/** One file of an upload field: picture or name, progress, what went wrong, and what to do. */
export function FileItem({
  item,
  name,
  words,
  onRetry,
  onRemove,
}: {
  item: Item;
  name?: string;
  words: UploadWords;
  onRetry: () => void;
  onRemove: () => void;
}) {
  const { file, state } = item;
  const wrong = state === 'lost' || state === 'refused';
  return (
    <li className="upload__item" data-state={state}>
      {file && name && (
        <input
          type="hidden"
          name={name}
          value={file.id}
          data-draft={JSON.stringify(file)}
          readOnly
        />
      )}
      {file && isImage(file.type) ? (
        // biome-ignore lint/performance/noImgElement: files pass their own authorization check
        <img src={pictureAddress(file.id, 'thumb')} alt={file.name} className="upload__picture" />
      ) : (
        <span className="upload__kind" aria-hidden="true">
          {extension(item.name)}
        </span>
      )}
      <span className="upload__body">
        {file ? (
          <a className="link" href={fileAddress(file.id)} target="_blank" rel="noreferrer">
            {item.name}
          </a>
        ) : (
          <span>{item.name}</span>
        )}
        <span className="upload__note num" aria-live="polite">
          {state === 'uploading' && `${words.uploading} ${Math.round(item.progress * 100)}%`}
          {state === 'done' && formatBytes(item.size)}
          {wrong && (
            <span className="upload__wrong">
              <ToneMark tone="danger" />
              {item.message ?? words.failed}
            </span>
          )}
        </span>
        {state === 'uploading' && (
          <progress className="upload__bar" max={1} value={item.progress} aria-label={item.name} />
        )}
      </span>
      {state === 'lost' && (
        <button type="button" className="link" onClick={onRetry}>
          {words.retry}
        </button>
      )}
      <button
        type="button"
        className="upload__remove"
        aria-label={`${words.remove} ${item.name}`}
        title={words.remove}
        onClick={onRemove}
      >
        ×
      </button>
    </li>
  );
}

function extension(name: string): string {
  return (/\.([a-z0-9]{1,5})$/i.exec(name)?.[1] ?? '').toUpperCase();
}
