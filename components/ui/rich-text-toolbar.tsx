'use client';

import type { Editor } from '@tiptap/react';
import {
  Bold,
  Heading3,
  ImagePlus,
  Italic,
  Link2,
  Link2Off,
  List,
  ListOrdered,
  type LucideIcon,
  Quote,
  Redo2,
  Undo2,
} from 'lucide-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import { Button } from './button';
import { pictureAddress, uploadFile } from './upload';

export type ToolbarWords = Record<
  | 'bold'
  | 'italic'
  | 'heading'
  | 'bullets'
  | 'numbers'
  | 'quote'
  | 'link'
  | 'linkAddress'
  | 'unlink'
  | 'apply'
  | 'picture'
  | 'uploading'
  | 'failed'
  | 'undo'
  | 'redo',
  string
>;

type Tool = {
  key: keyof ToolbarWords;
  Icon: LucideIcon;
  on?: boolean;
  off?: boolean;
  run: () => void;
};

/** Buttons over the text; arrow keys are not trapped, every button is reachable by Tab. */
export function RichTextToolbar({
  editor,
  purpose,
  words,
}: {
  editor: Editor;
  purpose?: string;
  words: ToolbarWords;
}) {
  const picker = useRef<HTMLInputElement>(null);
  const [address, setAddress] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const chain = () => editor.chain().focus();

  const addPicture = async (file: File | undefined) => {
    if (!file || !purpose) return;
    const say = (share: number) => setNote(`${words.uploading} ${Math.round(share * 100)}%`);
    say(0);
    const answer = await uploadFile(file, purpose, say).answer;
    setNote(answer ? (answer.ok ? '' : answer.message) : words.failed);
    if (answer?.ok)
      chain()
        .setImage({ src: pictureAddress(answer.file.id, 'display'), alt: file.name })
        .run();
    if (picker.current) picker.current.value = '';
  };
  const link = () => {
    const href = address?.trim() ?? '';
    const whole = /^https?:\/\//i.test(href) ? href : `https://${href}`;
    if (href) chain().extendMarkRange('link').setLink({ href: whole }).run();
    setAddress(null);
  };

  const tools: Tool[] = [
    {
      key: 'heading',
      Icon: Heading3,
      on: editor.isActive('heading'),
      run: () => chain().toggleHeading({ level: 3 }).run(),
    },
    { key: 'bold', Icon: Bold, on: editor.isActive('bold'), run: () => chain().toggleBold().run() },
    {
      key: 'italic',
      Icon: Italic,
      on: editor.isActive('italic'),
      run: () => chain().toggleItalic().run(),
    },
    {
      key: 'bullets',
      Icon: List,
      on: editor.isActive('bulletList'),
      run: () => chain().toggleBulletList().run(),
    },
    {
      key: 'numbers',
      Icon: ListOrdered,
      on: editor.isActive('orderedList'),
      run: () => chain().toggleOrderedList().run(),
    },
    {
      key: 'quote',
      Icon: Quote,
      on: editor.isActive('blockquote'),
      run: () => chain().toggleBlockquote().run(),
    },
    {
      key: 'link',
      Icon: Link2,
      on: editor.isActive('link'),
      run: () => setAddress(String(editor.getAttributes('link').href ?? '')),
    },
    {
      key: 'unlink',
      Icon: Link2Off,
      off: !editor.isActive('link'),
      run: () => chain().unsetLink().run(),
    },
    ...(purpose
      ? [{ key: 'picture' as const, Icon: ImagePlus, run: () => picker.current?.click() }]
      : []),
    { key: 'undo', Icon: Undo2, off: !editor.can().undo(), run: () => chain().undo().run() },
    { key: 'redo', Icon: Redo2, off: !editor.can().redo(), run: () => chain().redo().run() },
  ];
  return (
    <div className="editor__bar" role="toolbar">
      {tools.map(({ key, Icon, on, off, run }) => (
        <button
          key={key}
          type="button"
          className="editor__tool"
          aria-label={words[key]}
          title={words[key]}
          aria-pressed={on}
          disabled={off}
          onClick={run}
        >
          <Icon aria-hidden="true" />
        </button>
      ))}
      <input
        ref={picker}
        type="file"
        accept="image/png,image/jpeg,image/gif"
        className="hidden"
        tabIndex={-1}
        aria-label={words.picture}
        onChange={(event) => addPicture(event.target.files?.[0])}
      />
      {note && <span className="editor__note">{note}</span>}
      {address !== null && (
        <span className="editor__link">
          <input
            className="input"
            // biome-ignore lint/a11y/noAutofocus: the person just asked for this field
            autoFocus
            value={address}
            placeholder={'https://'}
            aria-label={words.linkAddress}
            onChange={(event) => setAddress(event.target.value)}
            onKeyDown={(event: KeyboardEvent) => {
              if (event.key === 'Escape') setAddress(null);
              if (event.key !== 'Enter') return;
              event.preventDefault();
              link();
            }}
          />
          <Button size="sm" onClick={link}>
            {words.apply}
          </Button>
        </span>
      )}
    </div>
  );
}
