import type { ReactNode } from 'react';
import { frameProps } from '@/app/preferences/frame';
import { StoreFrame } from '@/components/shell/store-frame';
import { currentViewer } from '@/lib/auth/session';

/** The storefront's frame; open to everybody. */
export default async function StoreLayout({ children }: { children: ReactNode }) {
  const [viewer, frame] = await Promise.all([currentViewer(), frameProps()]);
  return (
    <StoreFrame viewer={viewer} {...frame}>
      {children}
    </StoreFrame>
  );
}
