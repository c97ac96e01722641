'use client';

import { ErrorView } from '@/components/shell/error-view';
import './globals.css';

/** The last resort: the frame itself failed, so this brings its own document. */
export default function GlobalError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  const english = typeof document !== 'undefined' && document.cookie.includes('locale=en');
  return (
    <html lang={english ? 'en' : 'zh-CN'}>
      <body>
        <ErrorView digest={error.digest} retry={reset} />
      </body>
    </html>
  );
}
