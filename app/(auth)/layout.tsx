import type { ReactNode } from 'react';
import { frameProps } from '@/app/preferences/frame';
import { PlainFrame } from '@/components/shell/plain-frame';

/** Signing in and the like: one card in the middle. */
export default async function AuthLayout({ children }: { children: ReactNode }) {
  return <PlainFrame {...(await frameProps())}>{children}</PlainFrame>;
}
