import type { Viewer } from '@/lib/auth/viewer';
import type { LiveState } from './live-store';

/** What every frame needs; plain data and server actions, so that a frame imports no rules. */
export type FrameProps = {
  viewer: Viewer | null;
  locale: string;
  theme: 'light' | 'dark' | 'system';
  /** Counters and unread notices when the page was made; kept fresh afterwards. */
  figures?: LiveState;
  /** What paper says of the page: the host it came from and when it was made. */
  page: { host: string; madeAt: Date };
  actions: {
    setLanguage: (form: FormData) => Promise<void>;
    setTheme: (form: FormData) => Promise<void>;
    signOut?: () => Promise<void>;
  };
};
