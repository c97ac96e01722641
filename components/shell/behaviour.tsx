'use client';

import { usePathname, useRouter, useSearchParams } from 'next/navigation';
import { useEffect, useState } from 'react';
import { isPlainClick, softAddress } from './soft-navigation';

/**
 * The frame's own small script: a bar on top while the next page is on its way, GET forms marked
 * `data-soft` that change the list in place, menus that close, buttons marked `data-print`. `loading` is what the bar is called.
 */
export function Behaviour({ loading }: { loading: string }) {
  const router = useRouter();
  const path = usePathname();
  const query = useSearchParams();
  const [busy, setBusy] = useState(false);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new address ends the wait
  useEffect(() => setBusy(false), [path, query]);
  useEffect(() => {
    if (!busy) return;
    const handle = window.setTimeout(() => setBusy(false), 20_000);
    return () => window.clearTimeout(handle);
  }, [busy]);

  useEffect(() => {
    const onClick = (event: MouseEvent) => {
      const target = event.target as Element;
      closeMenus(target);
      if (target.closest('[data-print]')) window.print();
      const link = target.closest('a');
      if (!link || !isPlainClick(event, link)) return;
      if (link.href !== window.location.href && !sameButHash(link.href)) setBusy(true);
      target.closest<HTMLElement>('[popover]')?.hidePopover();
      link.closest<HTMLDetailsElement>('[data-menu]')?.removeAttribute('open');
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      const open = document.querySelector<HTMLDetailsElement>('[data-menu][open]');
      open?.removeAttribute('open');
      open?.querySelector('summary')?.focus();
    };
    const onSubmit = (event: SubmitEvent) => {
      const form = event.target as HTMLFormElement;
      form.closest('[data-menu]')?.removeAttribute('open');
      if (form.dataset.soft === undefined || event.defaultPrevented) return;
      event.preventDefault();
      const address = softAddress(form);
      if (address === window.location.pathname + window.location.search) return router.refresh();
      setBusy(true);
      router.push(address, { scroll: false });
    };
    const onChange = (event: Event) => {
      const field = event.target as HTMLInputElement;
      if (field.form?.dataset.soft === undefined || !field.name) return;
      if (field.tagName === 'SELECT') field.form.requestSubmit();
    };
    document.addEventListener('click', onClick, true);
    document.addEventListener('keydown', onKey);
    document.addEventListener('submit', onSubmit);
    document.addEventListener('change', onChange);
    return () => {
      document.removeEventListener('click', onClick, true);
      document.removeEventListener('keydown', onKey);
      document.removeEventListener('submit', onSubmit);
      document.removeEventListener('change', onChange);
    };
  }, [router]);

  return busy ? <div className="progress" role="progressbar" aria-label={loading} /> : null;
}

function sameButHash(href: string): boolean {
  return href.split('#')[0] === window.location.href.split('#')[0];
}

function closeMenus(target: Element): void {
  for (const menu of document.querySelectorAll('[data-menu][open]')) {
    if (!menu.contains(target)) menu.removeAttribute('open');
  }
}
