/** Where an entry is shown. `account` is the menu under the person's name, in every portal. */
export type Place = 'store' | 'merchant' | 'buyer' | 'ops' | 'account';

/** Groups of the left navigation, in order; an empty group is not shown. */
export const GROUPS = {
  store: [],
  account: [],
  merchant: [
    'home',
    'merchant',
    'products',
    'assets',
    'sales',
    'trade',
    'delivery',
    'settlement',
    'tools',
  ],
  buyer: ['home', 'services', 'trade', 'account'],
  ops: ['home', 'review', 'market', 'trade', 'finance', 'rules', 'platform'],
} as const satisfies Record<Place, readonly string[]>;

/** One page people can reach from the frame. */
export type Entry<P extends Place = Place> = {
  /** Unique in its portal; its words are `nav.<place>.<key>`. */
  key: string;
  href: string;
  group?: (typeof GROUPS)[P][number];
  /** Hidden from people who do not hold it; `null` is for everyone in the portal. */
  permission: string | null;
  /** Name of the live counter shown beside it. */
  counter?: string;
};
