'use client';

import { useTranslations } from 'next-intl';
import { type ComponentType, useEffect, useRef, useState } from 'react';
import { useControl } from './control';
import { type Draft, RESTORE_EVENT } from './draft';
import { useFormState } from './form-context';
import type { RichTextSurfaceProps } from './rich-text-surface';
import { useTyped } from './use-typed';

/**
 * Formatted text for product descriptions and guides; the form carries HTML, which the server
 * cleans. Needs `<Words>` around it. The editor's code is fetched when the field is on the page.
 */
export function RichTextEditor({
  name,
  defaultValue = '',
  purpose,
  max,
  onChange,
}: {
  name?: string;
  /** HTML as the server stores it. */
  defaultValue?: string;
  /** Upload purpose of pictures inside the text; without it there are none. */
  purpose?: string;
  /** Characters of plain text allowed; counted, never cut off. */
  max?: number;
  onChange?: (html: string) => void;
}) {
  const t = useTranslations('ui.editor');
  const control = useControl({ name });
  const { forget } = useFormState();
  const hidden = useRef<HTMLInputElement>(null);
  const start = useTyped({ name }).text(defaultValue) ?? '';
  const [html, setHtml] = useState(start);
  const [seed, setSeed] = useState({ html: start, turn: 0 });
  const [Surface, setSurface] = useState<ComponentType<RichTextSurfaceProps> | null>(null);

  useEffect(() => {
    import('./rich-text-surface').then((module) => setSurface(() => module.RichTextSurface));
  }, []);

  useEffect(() => {
    const form = hidden.current?.form;
    const restore = (event: Event) => {
      const kept = (event as CustomEvent<Draft>).detail.values.find((v) => v.name === control.name);
      if (!kept) return;
      setHtml(kept.value);
      setSeed(({ turn }) => ({ html: kept.value, turn: turn + 1 }));
    };
    form?.addEventListener(RESTORE_EVENT, restore);
    return () => form?.removeEventListener(RESTORE_EVENT, restore);
  }, [control.name]);

  const change = (next: string) => {
    setHtml(next);
    if (control.name) forget(control.name);
    onChange?.(next);
    queueMicrotask(() => hidden.current?.dispatchEvent(new Event('input', { bubbles: true })));
  };

  const words = {
    bold: t('bold'),
    italic: t('italic'),
    heading: t('heading'),
    bullets: t('bullets'),
    numbers: t('numbers'),
    quote: t('quote'),
    link: t('link'),
    linkAddress: t('linkAddress'),
    unlink: t('unlink'),
    apply: t('apply'),
    picture: t('picture'),
    uploading: t('uploading'),
    failed: t('failed'),
    undo: t('undo'),
    redo: t('redo'),
  };
  return (
    <div className="editor" data-invalid={control['aria-invalid'] ? '' : undefined}>
      <input ref={hidden} type="hidden" name={control.name} value={html} data-draft="" readOnly />
      {Surface ? (
        <Surface
          key={seed.turn}
          id={control.id}
          html={seed.html}
          purpose={purpose}
          max={max}
          labelledBy={control.id && `${control.id}-label`}
          describedBy={control['aria-describedby']}
          words={words}
          onChange={change}
        />
      ) : (
        <div className="editor__wait skeleton" />
      )}
    </div>
  );
}
