'use client';

import { Button } from '@/components/ui/button';
import { toast } from '@/components/ui/toast';

/** Copies the whole address of a page of ours. */
export function CopyLink({ path, label, done }: { path: string; label: string; done: string }) {
  return (
    <Button
      onClick={async () => {
        const address = new URL(path, window.location.origin).href;
        await navigator.clipboard.writeText(address);
        toast(done);
      }}
    >
      {label}
    </Button>
  );
}
