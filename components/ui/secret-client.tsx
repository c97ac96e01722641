'use client';

import { useState } from 'react';
import { copyText } from './copy-text';
import { toast } from './toast';

/** `13800001234` → `138••••1234`: enough to recognize, too little to use. */
function mask(value: string): string {
  if (value.length <= 4) return '••••';
  const keep = Math.min(4, Math.floor(value.length / 4));
  return `${value.slice(0, keep)}${'•'.repeat(6)}${value.slice(-keep)}`;
}

export function SecretClient({
  value,
  masked = false,
  words,
}: {
  value: string;
  masked?: boolean;
  words: Record<'show' | 'hide' | 'copy' | 'copied' | 'notCopied', string>;
}) {
  const [shown, setShown] = useState(!masked);
  const copy = async () => {
    const done = await copyText(value);
    toast(done ? words.copied : words.notCopied, done ? 'success' : 'danger');
  };
  return (
    <span className="secret">
      <span className="num">{shown ? value : mask(value)}</span>
      {masked && (
        <button type="button" aria-pressed={shown} onClick={() => setShown(!shown)}>
          <svg viewBox="0 0 16 16" aria-hidden="true" fill="none" stroke="currentColor">
            <path
              d="M1.5 8S4 3.5 8 3.5 14.5 8 14.5 8 12 12.5 8 12.5 1.5 8 1.5 8Z"
              strokeWidth="1.3"
            />
            <circle cx="8" cy="8" r="2" strokeWidth="1.3" />
            {!shown && <path d="m3 13 10-10" strokeWidth="1.3" />}
          </svg>
          <span className="sr-only">{shown ? words.hide : words.show}</span>
        </button>
      )}
      <button type="button" onClick={copy}>
        <svg viewBox="0 0 16 16" aria-hidden="true" fill="none" stroke="currentColor">
          <path d="M5.5 5.5h7v8h-7zM10.5 5.5v-3h-7v8h2" strokeWidth="1.3" />
        </svg>
        <span className="sr-only">{words.copy}</span>
      </button>
    </span>
  );
}
