'use client';

import { type MouseEvent, type ReactNode, useId, useRef, useState } from 'react';
import { Button } from './button';
import type { Consequence } from './confirm-dialog';
import { type Echo, echoOf } from './echo';
import { useFormState } from './form-context';
import { Spinner } from './spinner';

export function ConfirmSubmitClient({
  trigger,
  title,
  intro,
  echo = [],
  consequences = [],
  confirm,
  cancel,
  close,
}: {
  trigger: ReactNode;
  title: ReactNode;
  intro?: ReactNode;
  echo?: Echo[];
  consequences?: Consequence[];
  confirm: ReactNode;
  cancel: string;
  close: string;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const { pending } = useFormState();
  const [entered, setEntered] = useState<Consequence[]>([]);
  const ask = (event: MouseEvent<HTMLButtonElement>) => {
    event.preventDefault();
    if (pending) return;
    const { form } = event.currentTarget;
    if (form) setEntered(echo.map((item) => ({ label: item.label, value: echoOf(form, item) })));
    dialog.current?.showModal();
  };
  const facts = [...entered, ...consequences];
  return (
    <>
      <Button
        type="submit"
        look="primary"
        aria-haspopup="dialog"
        aria-disabled={pending || undefined}
        data-pending={pending || undefined}
        onClick={ask}
      >
        {pending && <Spinner />}
        {trigger}
      </Button>
      <dialog ref={dialog} className="dialog" aria-labelledby={id}>
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
          <div className="form">
            {intro && <div>{intro}</div>}
            {facts.length > 0 && (
              <dl className="consequences">
                {facts.map((item, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: consequences never move
                  <div key={index}>
                    <dt>{item.label}</dt>
                    <dd className="num">{item.value}</dd>
                  </div>
                ))}
              </dl>
            )}
            <div className="dialog__foot">
              <Button onClick={() => dialog.current?.close()}>{cancel}</Button>
              {/* Closed before the form is sent, so that what the answer says can be seen. */}
              <Button type="submit" look="primary" onClick={() => dialog.current?.close()}>
                {confirm}
              </Button>
            </div>
          </div>
        </div>
      </dialog>
    </>
  );
}
