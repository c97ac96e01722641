'use client';

import { Button } from '@/components/ui/button';
import { copyText } from '@/components/ui/copy-text';
import { toast } from '@/components/ui/toast';

/** Copies the whole address of a page of ours. */
export function CopyLink({
  path,
  label,
  done,
  failed,
}: Record<'path' | 'label' | 'done' | 'failed', string>) {
  return (
    <Button
      onClick={async () => {
        const address = new URL(path, window.location.origin).href;
        const copied = await copyText(address);
        toast(copied ? done : failed, copied ? 'success' : 'danger');
      }}
    >
      {label}
    </Button>
  );
}
