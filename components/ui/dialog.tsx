'use client';

import { type ReactNode, useId, useRef } from 'react';
import { Button, type ButtonStyle } from './button';

/** The first thing to fill, else the way back; never the cross, never the deciding button. */
const FIRST =
  'form input:not([type="hidden"]), form textarea, form select, form button[type="button"]';

/**
 * A button that opens a decision. The body is made on the server and waits in the page; the
 * browser's own dialog keeps focus inside and closes on Escape. A form inside closes it on success; Ctrl or ⌘ with
 * Enter sends it from any of its fields.
 */
export function Dialog({
  trigger,
  look,
  size,
  disabled,
  title,
  close,
  children,
  shortcut,
}: Pick<ButtonStyle, 'look' | 'size'> & {
  trigger: ReactNode;
  disabled?: boolean;
  title: ReactNode;
  /** Word of the closing button. */
  close: string;
  children: ReactNode;
  /** A key for review work, e.g. `a`; see the review bar. */
  shortcut?: string;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  return (
    <>
      <Button
        look={look}
        size={size}
        disabled={disabled}
        data-shortcut={shortcut}
        aria-haspopup="dialog"
        onClick={() => {
          dialog.current?.showModal();
          dialog.current?.querySelector<HTMLElement>(FIRST)?.focus();
        }}
      >
        {trigger}
      </Button>
      <dialog
        ref={dialog}
        className="dialog"
        aria-labelledby={id}
        onClick={(event) => {
          if (event.target === dialog.current) dialog.current.close();
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          (event.target as HTMLElement).closest('form')?.requestSubmit();
        }}
      >
        <div className="dialog__box">
          <header className="dialog__head">
            <h2 id={id}>{title}</h2>
            <button
              type="button"
              className="dialog__close"
              aria-label={close}
              onClick={() => dialog.current?.close()}
            >
              ×
            </button>
          </header>
          {children}
        </div>
      </dialog>
    </>
  );
}
