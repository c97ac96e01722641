'use client';

import Image from '@tiptap/extension-image';
import { EditorContent, useEditor } from '@tiptap/react';
import StarterKit from '@tiptap/starter-kit';
import { Counter } from './counter';
import { RichTextToolbar, type ToolbarWords } from './rich-text-toolbar';

export type RichTextSurfaceProps = {
  id?: string;
  html: string;
  purpose?: string;
  max?: number;
  labelledBy?: string;
  describedBy?: string;
  words: ToolbarWords;
  onChange: (html: string) => void;
};

/** The editor itself; apart so that its code is fetched only where it is used. */
export function RichTextSurface({
  id,
  html,
  purpose,
  max,
  labelledBy,
  describedBy,
  words,
  onChange,
}: RichTextSurfaceProps) {
  const editor = useEditor({
    immediatelyRender: false,
    shouldRerenderOnTransaction: true,
    content: html,
    extensions: [
      StarterKit.configure({
        heading: { levels: [3, 4] },
        link: { openOnClick: false, protocols: ['http', 'https'] },
        codeBlock: false,
      }),
      ...(purpose ? [Image.configure({ allowBase64: false })] : []),
    ],
    editorProps: {
      attributes: {
        ...(id ? { id } : {}),
        role: 'textbox',
        'aria-multiline': 'true',
        ...(labelledBy ? { 'aria-labelledby': labelledBy } : {}),
        class: 'prose editor__text',
        ...(describedBy ? { 'aria-describedby': describedBy } : {}),
      },
    },
    onUpdate: ({ editor: changed }) => onChange(changed.isEmpty ? '' : changed.getHTML()),
  });
  if (!editor) return <div className="editor__wait skeleton" />;
  return (
    <>
      <RichTextToolbar editor={editor} purpose={purpose} words={words} />
      <EditorContent editor={editor} />
      {max !== undefined && <Counter length={editor.getText().length} max={max} />}
    </>
  );
}
