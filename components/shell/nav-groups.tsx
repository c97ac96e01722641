import {
  BookOpen,
  Boxes,
  Building2,
  ClipboardCheck,
  Handshake,
  LayoutDashboard,
  type LucideIcon,
  Package,
  ReceiptText,
  Scale,
  Settings2,
  Tag,
  Truck,
  UserRound,
  Wallet,
  Wrench,
} from 'lucide-react';
import type { Portal } from '@/lib/auth/viewer';
import type { NavGroup } from './nav-list';
import { visibleGroups } from './navigation/all';

const ICONS: Record<string, LucideIcon> = {
  home: LayoutDashboard,
  merchant: Building2,
  products: Package,
  assets: Boxes,
  sales: Tag,
  trade: ReceiptText,
  delivery: Truck,
  settlement: Scale,
  tools: Wrench,
  services: Handshake,
  account: UserRound,
  review: ClipboardCheck,
  market: BookOpen,
  finance: Wallet,
  rules: Settings2,
  platform: Wrench,
};

/** The groups of a portal that a person may see, in the reader's words, ready for the rail. */
export function navGroups(
  portal: Portal,
  permissions: readonly string[],
  counters: Record<string, number>,
  t: (key: string) => string,
): NavGroup[] {
  return visibleGroups(portal, permissions).map(({ group, entries }) => {
    const Icon = ICONS[group] ?? BookOpen;
    return {
      key: group,
      label: t(`group.${portal}.${group}`),
      icon: <Icon aria-hidden="true" className="rail__icon" strokeWidth={1.75} />,
      items: entries.map(({ key, href, counter }) => ({
        key,
        href,
        counter,
        label: t(`${portal}.${key}`),
        initial: counter ? counters[counter] : undefined,
      })),
    };
  });
}
