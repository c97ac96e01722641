'use client';

import { useEffect, useState } from 'react';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { dropBackup, readBackup } from './backup';

/** Says that this browser holds what somebody typed and could not save, because the application moved on meanwhile. */
export function KeptNote({
  id,
  words,
}: {
  id: string;
  words: Record<'title' | 'text' | 'drop', string>;
}) {
  const [kept, setKept] = useState(false);
  useEffect(() => setKept(readBackup(id) !== undefined), [id]);
  if (!kept) return null;
  return (
    <Alert
      tone="warning"
      live
      title={words.title}
      actions={
        <Button
          size="sm"
          onClick={() => {
            dropBackup(id);
            setKept(false);
          }}
        >
          {words.drop}
        </Button>
      }
    >
      {words.text}
    </Alert>
  );
}
