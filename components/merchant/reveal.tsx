'use client';

import { Eye, EyeOff } from 'lucide-react';
import { useState, useTransition } from 'react';
import type { ActionResult } from '@/lib/action-result';

/** Something masked that the server hands out only when the eye is pressed. */
export function Reveal({
  masked,
  action,
  input,
  words,
}: {
  masked: string;
  action: (first?: unknown, second?: unknown) => Promise<ActionResult<string>>;
  input: Record<string, string>;
  words: Record<'show' | 'hide', string>;
}) {
  const [shown, setShown] = useState<string | null>(null);
  const [problem, setProblem] = useState('');
  const [pending, start] = useTransition();
  const press = () => {
    if (shown !== null) {
      setShown(null);
      return;
    }
    start(async () => {
      const result = await action(input);
      setProblem(result.ok ? '' : result.message);
      setShown(result.ok ? result.data : null);
    });
  };
  const Icon = shown === null ? Eye : EyeOff;
  return (
    <span className="secret">
      <code className="num break-all" aria-live="polite">
        {shown ?? masked}
      </code>
      <button type="button" onClick={press} disabled={pending} aria-pressed={shown !== null}>
        <Icon aria-hidden="true" size={16} />
        <span className="sr-only">{shown === null ? words.show : words.hide}</span>
      </button>
      {problem && <span className="field__error">{problem}</span>}
    </span>
  );
}
