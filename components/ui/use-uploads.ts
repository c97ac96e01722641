'use client';

import { type RefObject, useEffect, useReducer, useRef } from 'react';
import { type Draft, RESTORE_EVENT } from './draft';
import { useFormState } from './form-context';
import type { UploadedFile } from './upload';

export type Item = {
  key: string;
  name: string;
  size: number;
  type: string;
  /** `lost` may be tried again, `refused` may not. */
  state: 'uploading' | 'done' | 'lost' | 'refused';
  progress: number;
  file?: UploadedFile;
  message?: string;
  source?: File;
  /** Takes the place of the file before it once it has arrived. */
  instead?: boolean;
};

export type Change =
  | { do: 'add' | 'replace'; item: Item }
  | { do: 'progress'; key: string; progress: number }
  | { do: 'done'; key: string; file: UploadedFile }
  | { do: 'failed'; key: string; message?: string; retry: boolean }
  | { do: 'again'; key: string }
  | { do: 'remove'; key: string }
  | { do: 'set'; files: UploadedFile[] };

export const itemOf = (file: UploadedFile): Item => ({
  key: file.id,
  name: file.name,
  size: file.size,
  type: file.type,
  state: 'done',
  progress: 1,
  file,
});

/** How the list of files answers to what happens. */
export function changeUploads(items: Item[], change: Change): Item[] {
  const patch = (key: string, values: Partial<Item>) =>
    items.map((item) => (item.key === key ? { ...item, ...values } : item));
  switch (change.do) {
    case 'add':
      return [...items, change.item];
    case 'replace':
      // The file before it stays until this one has arrived: a refused one must not cost what was good.
      return [...items.filter((item) => item.state === 'done'), { ...change.item, instead: true }];
    case 'progress':
      return patch(change.key, { progress: change.progress });
    case 'done':
      return patch(change.key, { ...itemOf(change.file), key: change.key }).filter(
        (item, _, all) =>
          item.key === change.key || !all.find(({ key }) => key === change.key)?.instead,
      );
    case 'failed':
      return patch(change.key, {
        state: change.retry ? 'lost' : 'refused',
        message: change.message,
      });
    case 'again':
      return patch(change.key, { state: 'uploading', progress: 0, message: undefined });
    case 'remove':
      return items.filter((item) => item.key !== change.key);
    case 'set':
      // What is still on its way was chosen after the files that are put back.
      return [...change.files.map(itemOf), ...items.filter((item) => item.state !== 'done')];
  }
}

/** The list of files, told to drafts, previews and the field's complaint whenever it changes. */
export function useUploads(
  files: UploadedFile[],
  root: RefObject<HTMLElement | null>,
  name: string,
  onChange?: (files: UploadedFile[]) => void,
) {
  const [items, dispatch] = useReducer(changeUploads, files, (list) => list.map(itemOf));
  const { forget } = useFormState();
  const done = items.flatMap((item) => (item.file ? [item.file] : []));
  const ids = done.map(({ id }) => id).join(' ');
  const before = useRef(ids);

  // biome-ignore lint/correctness/useExhaustiveDependencies: only a change of the files counts
  useEffect(() => {
    if (before.current === ids) return;
    before.current = ids;
    root.current?.dispatchEvent(new Event('input', { bubbles: true }));
    if (name) forget(name);
    onChange?.(done);
  }, [ids]);

  useEffect(() => {
    const form = root.current?.closest('form');
    const restore = (event: Event) => {
      const { values } = (event as CustomEvent<Draft>).detail;
      const kept = values.flatMap((entry) =>
        entry.name === name && entry.extra ? [JSON.parse(entry.extra) as UploadedFile] : [],
      );
      dispatch({ do: 'set', files: kept });
    };
    form?.addEventListener(RESTORE_EVENT, restore);
    return () => form?.removeEventListener(RESTORE_EVENT, restore);
  }, [root, name]);

  return [items, dispatch] as const;
}
