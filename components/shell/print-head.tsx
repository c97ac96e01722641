'use client';

import { usePathname, useSearchParams } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { formatDateTime } from '@/lib/i18n/format';
import { DEFAULT_LOCALE, isLocale } from '@/lib/i18n/locales';

/**
 * What a sheet of paper says of itself: whose page it is, when it was printed, where it came from. Only in print;
 * without script the time is the one at which the page was made.
 */
export function PrintHead({
  brand,
  host,
  locale,
  madeAt,
  label,
}: {
  brand: string;
  /** e.g. `market.example:3000` */
  host: string;
  locale: string;
  madeAt: Date;
  /** The word before the time. */
  label: string;
}) {
  const path = usePathname();
  const query = useSearchParams().toString();
  const time = useRef<HTMLTimeElement>(null);
  const language = isLocale(locale) ? locale : DEFAULT_LOCALE;
  useEffect(() => {
    const stamp = () => {
      if (time.current) time.current.textContent = formatDateTime(new Date(), language);
    };
    window.addEventListener('beforeprint', stamp);
    return () => window.removeEventListener('beforeprint', stamp);
  }, [language]);
  return (
    <div className="print-head">
      <strong>{brand}</strong>
      <span>
        {label} <time ref={time}>{formatDateTime(madeAt, language)}</time>
      </span>
      <span className="print-head__address">
        {host}
        {path}
        {query && `?${query}`}
      </span>
    </div>
  );
}
