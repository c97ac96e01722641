'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

/** Asks the server for the page again every two seconds while it is looked at. */
export function ReloadSoon() {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') router.refresh();
    }, 2000);
    return () => clearInterval(timer);
  }, [router]);
  return null;
}
