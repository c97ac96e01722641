import Link from 'next/link';
import type { ReactNode } from 'react';

export type Tab = { key: string; label: ReactNode; href: string; count?: number | string };

/** Views of one list or one object, each with its own address. */
export function Tabs({ items, current, label }: { items: Tab[]; current: string; label: string }) {
  return (
    <nav aria-label={label} className="tabs-bar">
      {items.map((tab) => (
        <Link
          key={tab.key}
          href={tab.href}
          prefetch={false}
          aria-current={tab.key === current ? 'page' : undefined}
        >
          {tab.label}
          {tab.count !== undefined && <span className="count">{tab.count}</span>}
        </Link>
      ))}
    </nav>
  );
}
