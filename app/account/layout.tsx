import type { ReactNode } from 'react';
import { frameProps } from '@/app/preferences/frame';
import { PortalFrame } from '@/components/shell/portal-frame';
import { accountPortal, currentViewer } from '@/lib/auth/session';

/** A person's own pages, in the frame of the portal where it works most. */
export default async function AccountLayout({ children }: { children: ReactNode }) {
  const portal = await accountPortal();
  const [viewer, frame] = await Promise.all([currentViewer(portal), frameProps()]);
  return (
    <PortalFrame portal={portal} viewer={viewer} {...frame}>
      {children}
    </PortalFrame>
  );
}
