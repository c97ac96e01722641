'use client';

import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { Command } from 'cmdk';
import { useRouter } from 'next/navigation';
import { useEffect, useMemo, useRef, useState } from 'react';

export type PaletteItem = { title: string; hint?: string; href: string };
export type PaletteGroup = { label: string; items: PaletteItem[] };

export type PaletteProps = {
  /** Pages of the navigation, in the reader's words. */
  pages: PaletteItem[];
  words: Record<
    'open' | 'placeholder' | 'pages' | 'nothing' | 'searching' | 'failed' | 'keys',
    string
  >;
  onClose: () => void;
};

const PAUSE = 180;

async function find(words: string, signal: AbortSignal): Promise<PaletteGroup[]> {
  const answer = await fetch(`/api/ui/find?q=${encodeURIComponent(words)}`, { signal });
  if (!answer.ok) throw new Error(`find answered ${answer.status}`);
  return ((await answer.json()) as { groups: PaletteGroup[] }).groups;
}

/** Finds pages at once and the person's own objects on the server, all by keyboard. */
export function CommandPalette({ pages, words, onClose }: PaletteProps) {
  const router = useRouter();
  const dialog = useRef<HTMLDialogElement>(null);
  const [text, setText] = useState('');
  const { groups, state } = useFound(text);

  useEffect(() => {
    dialog.current?.showModal();
    dialog.current?.querySelector('input')?.focus();
  }, []);

  const go = (href: string) => {
    onClose();
    router.push(href);
  };
  const needle = text.trim().toLowerCase();
  const shown = pages.filter(({ title, hint }) =>
    `${title} ${hint ?? ''}`.toLowerCase().includes(needle),
  );
  const all = [...(shown.length > 0 ? [{ label: words.pages, items: shown }] : []), ...groups];
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a dialog by itself
    <dialog
      ref={dialog}
      className="palette"
      aria-label={words.open}
      onClose={onClose}
      onClick={(event) => event.target === dialog.current && onClose()}
    >
      <Command shouldFilter={false} loop label={words.open}>
        <Command.Input value={text} onValueChange={setText} placeholder={words.placeholder} />
        <Command.List>
          {all.map((group) => (
            <Command.Group key={group.label} heading={group.label}>
              {group.items.map((item) => (
                <Command.Item
                  key={item.href}
                  value={`${group.label} ${item.href}`}
                  onSelect={() => go(item.href)}
                >
                  <span className="min-w-0 flex-1 truncate">{item.title}</span>
                  {item.hint && <span className="palette__hint">{item.hint}</span>}
                </Command.Item>
              ))}
            </Command.Group>
          ))}
          {state === 'searching' && <p className="palette__note">{words.searching}</p>}
          {state === 'failed' && <p className="palette__note">{words.failed}</p>}
          {state === 'done' && all.length === 0 && <p className="palette__note">{words.nothing}</p>}
        </Command.List>
        <p className="palette__keys">{words.keys}</p>
      </Command>
    </dialog>
  );
}

type Found = { groups: PaletteGroup[]; state: 'idle' | 'searching' | 'failed' | 'done' };

/** Asks the server after a short pause in typing; earlier answers are kept and reused. */
function useFound(text: string): Found {
  const client = useMemo(() => new QueryClient(), []);
  const [found, setFound] = useState<Found>({ groups: [], state: 'idle' });
  useEffect(() => {
    const q = text.trim();
    if (q === '') {
      setFound({ groups: [], state: 'idle' });
      return;
    }
    let leave = () => {};
    const handle = window.setTimeout(() => {
      const observer = new QueryObserver(client, {
        queryKey: ['find', q],
        queryFn: ({ signal }) => find(q, signal),
        staleTime: 30_000,
        retry: 1,
      });
      const show = (result: ReturnType<typeof observer.getCurrentResult>) => {
        if (result.isError) setFound({ groups: [], state: 'failed' });
        else if (result.data) setFound({ groups: result.data, state: 'done' });
      };
      leave = observer.subscribe(show);
      show(observer.getCurrentResult());
    }, PAUSE);
    setFound((before) => ({ ...before, state: 'searching' }));
    return () => {
      window.clearTimeout(handle);
      leave();
    };
  }, [text, client]);
  return found;
}
