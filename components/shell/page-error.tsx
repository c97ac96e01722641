'use client';

import { ErrorView } from './error-view';

/** A page that fails inside a frame keeps its frame. */
export function PageError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return <ErrorView digest={error.digest} retry={reset} />;
}
