'use client';

import { Button } from '@/components/ui/button';
import { buttonClass } from '@/components/ui/button-class';
import { copyText } from '@/components/ui/copy-text';
import { toast } from '@/components/ui/toast';

/** What can be done with recovery codes that are on the page: copy them, or keep them as a text file. */
export function KeepCodes({
  codes,
  file,
  words,
}: {
  codes: string[];
  /** What the file is called and what it says above the codes. */
  file: { name: string; head: string };
  words: Record<'copy' | 'copied' | 'notCopied' | 'download', string>;
}) {
  const text = [file.head, '', ...codes, ''].join('\n');
  return (
    <>
      <Button
        onClick={async () => {
          const done = await copyText(codes.join('\n'));
          toast(done ? words.copied : words.notCopied, done ? 'success' : 'danger');
        }}
      >
        {words.copy}
      </Button>
      <a
        className={buttonClass({})}
        download={file.name}
        href={`data:text/plain;charset=utf-8,${encodeURIComponent(text)}`}
      >
        {words.download}
      </a>
    </>
  );
}
