'use client';

import { buttonClass } from '@/components/ui/button-class';
import en from '@/lib/i18n/messages/en/site.json';
import zh from '@/lib/i18n/messages/zh-CN/site.json';

/** What people see when a page fails. It brings its own words (no provider may be left
 * to give them) and as little script as can be: every page carries it. */
export function ErrorView({ digest, retry }: { digest?: string; retry: () => void }) {
  const english = typeof document !== 'undefined' && document.documentElement.lang === 'en';
  const words = (english ? en : zh).error;
  return (
    <div className="grid min-h-[70vh] place-items-center p-6 text-center" suppressHydrationWarning>
      <div className="max-w-md">
        <h1>{words.title}</h1>
        <p className="mt-2 text-muted">{words.body}</p>
        {digest && (
          <p className="num mt-2 text-[13px] text-muted">
            {words.reference}: <code>{digest}</code>
          </p>
        )}
        <p className="mt-5 flex justify-center gap-2">
          <button type="button" className={buttonClass({ look: 'primary' })} onClick={retry}>
            {words.retry}
          </button>
          <a href="/" className={buttonClass()}>
            {words.home}
          </a>
        </p>
      </div>
    </div>
  );
}
