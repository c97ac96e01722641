'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';

/** Leaves for the OpenID Connect provider; its client part is loaded when the button is pressed. */
export function ProviderButton({ label, callbackUrl }: { label: string; callbackUrl: string }) {
  const [leaving, setLeaving] = useState(false);
  const leave = async () => {
    setLeaving(true);
    const { signIn } = await import('next-auth/react');
    await signIn('oidc', { callbackUrl }).catch(() => setLeaving(false));
  };
  return (
    <Button size="lg" fullWidth onClick={leave} disabled={leaving}>
      {label}
    </Button>
  );
}
