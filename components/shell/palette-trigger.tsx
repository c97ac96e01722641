'use client';

import { type ComponentType, useCallback, useEffect, useState } from 'react';
import type { PaletteProps } from './command-palette';

type Props = Pick<PaletteProps, 'pages' | 'words'>;

/** Opens the palette by click or ⌘K / Ctrl K; its code is fetched the first time. */
export function PaletteTrigger({ pages, words }: Props) {
  const [Palette, setPalette] = useState<ComponentType<PaletteProps> | null>(null);
  const [open, setOpen] = useState(false);

  const show = useCallback(() => {
    setOpen(true);
    import('./command-palette').then((module) => setPalette(() => module.CommandPalette));
  }, []);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.metaKey || event.ctrlKey)) return;
      event.preventDefault();
      show();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [show]);

  return (
    <>
      <button type="button" className="find" onClick={show} aria-haspopup="dialog">
        <svg viewBox="0 0 16 16" aria-hidden="true" fill="none" stroke="currentColor">
          <circle cx="7" cy="7" r="4.5" strokeWidth="1.5" />
          <path d="m10.5 10.5 3 3" strokeWidth="1.5" strokeLinecap="round" />
        </svg>
        <span className="find__words">{words.open}</span>
        <kbd className="find__keys" suppressHydrationWarning>
          {isMac() ? '⌘K' : 'Ctrl K'}
        </kbd>
      </button>
      {open && Palette && <Palette pages={pages} words={words} onClose={() => setOpen(false)} />}
    </>
  );
}

function isMac(): boolean {
  return typeof navigator !== 'undefined' && /mac|iphone|ipad/i.test(navigator.platform);
}
