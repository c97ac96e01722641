'use client';

import { useState } from 'react';
import { TextInput } from '@/components/ui/text-input';
import { fenOf, yuanOf } from './yuan';

/** A price in yuan that keeps what is typed and gives fen. What is no amount counts as not priced. */
export function PriceInput({
  fen,
  onChange,
  label,
  suffix,
}: {
  fen: string;
  onChange: (fen: string) => void;
  label?: string;
  /** What the price is for, e.g. `每月`. */
  suffix?: string;
}) {
  const [text, setText] = useState(yuanOf(fen));
  const shown =
    fenOf(text) === fen || (fenOf(text) === undefined && fen === '') ? text : yuanOf(fen);
  return (
    <TextInput
      prefix="¥"
      suffix={suffix}
      className="input-box--money"
      inputMode="decimal"
      autoComplete="off"
      aria-label={label}
      value={shown}
      onChange={(event) => {
        setText(event.target.value);
        onChange(fenOf(event.target.value) ?? '');
      }}
      onBlur={() => fen !== '' && setText(yuanOf(fen))}
    />
  );
}
