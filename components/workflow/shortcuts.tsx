'use client';

import { useEffect } from 'react';

/**
 * Single keys press the buttons and links marked `data-shortcut`, while nobody is typing and no
 * dialog is open. Once they work, assistive technology is told of them.
 */
export function Shortcuts() {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.metaKey || event.ctrlKey || event.altKey || event.isComposing) return;
      const target = event.target as HTMLElement;
      if (target.closest('input,textarea,select,[contenteditable="true"],dialog')) return;
      if (document.querySelector('dialog[open]')) return;
      const key = event.key.toLowerCase();
      if (!/^[a-z]$/.test(key)) return;
      const control = document.querySelector<HTMLElement>(`[data-shortcut="${key}"]`);
      if (!control) return;
      event.preventDefault();
      control.click();
    };
    document.addEventListener('keydown', onKey);
    for (const control of document.querySelectorAll<HTMLElement>('[data-shortcut]'))
      control.setAttribute('aria-keyshortcuts', control.dataset.shortcut ?? '');
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  return null;
}
