import type { ReactNode } from 'react';
import { frameProps } from '@/app/preferences/frame';
import { PortalFrame } from '@/components/shell/portal-frame';
import { currentViewer } from '@/lib/auth/session';

/** The frame only; each page names its own audience. */
export default async function OpsLayout({ children }: { children: ReactNode }) {
  const [viewer, frame] = await Promise.all([currentViewer('ops'), frameProps()]);
  return (
    <PortalFrame portal="ops" viewer={viewer} {...frame}>
      {children}
    </PortalFrame>
  );
}
