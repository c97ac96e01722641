'use client';

import { TriangleAlert } from 'lucide-react';
import { Button, buttonClass } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import en from '@/lib/i18n/messages/en/site.json';
import zh from '@/lib/i18n/messages/zh-CN/site.json';

/** What people see when a page fails. It brings its own words: no provider may be left to give them. */
export function ErrorView({ digest, retry }: { digest?: string; retry: () => void }) {
  const english = typeof document !== 'undefined' && document.documentElement.lang === 'en';
  const words = (english ? en : zh).error;
  return (
    <main className="grid min-h-[70vh] place-items-center" suppressHydrationWarning>
      <EmptyState
        icon={<TriangleAlert strokeWidth={1.5} aria-hidden="true" />}
        title={<h1>{words.title}</h1>}
        actions={
          <>
            <Button look="primary" onClick={retry}>
              {words.retry}
            </Button>
            <a href="/" className={buttonClass()}>
              {words.home}
            </a>
          </>
        }
      >
        <p>{words.body}</p>
        {digest && (
          <p className="num mt-2 text-[13px]">
            {words.reference}: <code>{digest}</code>
          </p>
        )}
      </EmptyState>
    </main>
  );
}
