export type Portal = 'buyer' | 'merchant' | 'ops';

export interface Hat {
  portal: Portal;
  label: string;
  href: string;
  current: boolean;
}

/** What the frame around every page shows of the person; plain data. */
export interface Viewer {
  accountId: string;
  name: string;
  email: string;
  hats: Hat[];
  /** Permissions held under the current hat. */
  permissions: string[];
}
