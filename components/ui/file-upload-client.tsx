'use client';

import { type DragEvent, useEffect, useRef, useState } from 'react';
import { cx } from './class-names';
import { useControl } from './control';
import { FileItem } from './file-item';
import { localKey } from './local-key';
import { type UploadedFile, uploadFile } from './upload';
import { type Item, useUploads } from './use-uploads';

export type UploadWords = Record<
  'choose' | 'drop' | 'uploading' | 'failed' | 'retry' | 'remove' | 'replace' | 'open' | 'full',
  string
>;

export type FileUploadProps = {
  name?: string;
  /** What the file is for; the server knows its rules. */
  purpose: string;
  /** Extensions or types offered by the browser's dialog, e.g. `.pdf,.docx`. */
  accept?: string;
  multiple?: boolean;
  maxFiles?: number;
  /** Files that are already there. */
  files?: UploadedFile[];
  /** Shows pictures large (logo, product pictures). */
  pictures?: boolean;
  onChange?: (files: UploadedFile[]) => void;
  words: UploadWords;
};

export function FileUploadClient(props: FileUploadProps) {
  const { purpose, accept, multiple = false, words } = props;
  const limit = multiple ? (props.maxFiles ?? 20) : 1;
  const control = useControl(props);
  const root = useRef<HTMLDivElement>(null);
  const picker = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [items, dispatch] = useUploads(props.files ?? [], root, control.name ?? '', props.onChange);
  const running = useRef(new Map<string, () => void>());

  useEffect(() => {
    const all = running.current;
    return () => {
      for (const abort of all.values()) abort();
    };
  }, []);

  const send = async (item: Item, source: File) => {
    const { answer, abort } = uploadFile(source, purpose, (progress) =>
      dispatch({ do: 'progress', key: item.key, progress }),
    );
    running.current.set(item.key, abort);
    const result = await answer;
    running.current.delete(item.key);
    if (result?.ok) dispatch({ do: 'done', key: item.key, file: result.file });
    else dispatch({ do: 'failed', key: item.key, message: result?.message, retry: !result });
  };

  const add = (list: FileList | null) => {
    const chosen = [...(list ?? [])];
    const kept = multiple ? items.filter((item) => item.state !== 'refused').length : 0;
    for (const source of chosen.slice(0, Math.max(0, limit - kept))) {
      const item: Item = {
        key: localKey(),
        name: source.name,
        size: source.size,
        type: source.type,
        state: 'uploading',
        progress: 0,
        source,
      };
      dispatch({ do: multiple ? 'add' : 'replace', item });
      void send(item, source);
    }
    if (picker.current) picker.current.value = '';
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, for a file chosen before the script was there
  useEffect(() => {
    if (picker.current?.files?.length) add(picker.current.files);
  }, []);

  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    add(event.dataTransfer.files);
  };

  const remove = (key: string) => {
    running.current.get(key)?.();
    running.current.delete(key);
    dispatch({ do: 'remove', key });
    picker.current?.focus();
  };

  const full = multiple && items.filter((item) => item.state !== 'refused').length >= limit;
  return (
    <div
      ref={root}
      className={cx('upload', props.pictures && 'upload--pictures')}
      data-upload-lost={items.some((item) => item.state === 'lost') ? '' : undefined}
      data-uploading={items.some((item) => item.state === 'uploading') ? '' : undefined}
    >
      {items.length > 0 && (
        <ul className="upload__list">
          {items.map((item) => (
            <FileItem
              key={item.key}
              item={item}
              name={control.name}
              words={words}
              onRetry={() => {
                if (!item.source) return;
                dispatch({ do: 'again', key: item.key });
                void send(item, item.source);
              }}
              onRemove={() => remove(item.key)}
            />
          ))}
        </ul>
      )}
      {full ? (
        <p className="field__hint">{words.full}</p>
      ) : (
        <label
          className={cx('upload__drop', over && 'upload__drop--over')}
          onDragOver={(event) => {
            event.preventDefault();
            setOver(true);
          }}
          onDragLeave={() => setOver(false)}
          onDrop={drop}
        >
          <input
            ref={picker}
            id={control.id}
            type="file"
            accept={accept}
            multiple={multiple}
            className="sr-only"
            aria-invalid={control['aria-invalid']}
            aria-describedby={control['aria-describedby']}
            onChange={(event) => add(event.target.files)}
          />
          <span className="link">
            {!multiple && items.length > 0 ? words.replace : words.choose}
          </span>
          <span className="upload__or">{words.drop}</span>
        </label>
      )}
    </div>
  );
}
