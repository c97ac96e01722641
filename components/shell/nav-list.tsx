'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';
import { LiveCount } from './live-count';

export type NavGroup = {
  key: string;
  label: string;
  icon: ReactNode;
  items: { key: string; label: string; href: string; counter?: string; initial?: number }[];
};

/** The left navigation: groups that fold, the current page marked, live counters beside entries. */
export function NavList({ groups, home }: { groups: NavGroup[]; home: string }) {
  const path = usePathname();
  const current = groups
    .flatMap((group) => group.items.map((item) => item.href))
    .filter((href) =>
      href === home ? path === home : path === href || path.startsWith(`${href}/`),
    )
    .sort((a, b) => b.length - a.length)[0];
  return groups.map((group) => {
    const links = group.items.map((item) => (
      <Link
        key={item.key}
        href={item.href}
        prefetch={false}
        className="rail__link"
        aria-current={item.href === current ? 'page' : undefined}
      >
        {group.items.length === 1 && group.icon}
        <span className="min-w-0 flex-1 truncate">{item.label}</span>
        {item.counter && <LiveCount name={item.counter} initial={item.initial} />}
      </Link>
    ));
    if (group.items.length === 1) return links;
    return (
      <details key={group.key} className="rail__group" open>
        <summary className="rail__title">
          {group.icon}
          <span className="flex-1">{group.label}</span>
          <svg viewBox="0 0 10 10" aria-hidden="true" className="rail__chevron">
            <path d="M2 3.5 5 6.5l3-3" fill="none" stroke="currentColor" strokeWidth="1.4" />
          </svg>
        </summary>
        {links}
      </details>
    );
  });
}
