import type { ReactNode } from 'react';
import { ActionForm } from '@/components/ui/action-form';
import type { FormAction } from '@/components/ui/action-form-client';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { SubmitButton } from '@/components/ui/submit-button';

/** What can be done with a saved title or contact: change (a dialog, given), make default, delete. */
export function RowActions({
  row,
  choose,
  remove,
  words,
  children,
}: {
  row: { id: string; version: number; isDefault: boolean };
  choose: FormAction;
  remove: FormAction;
  words: Record<'choose' | 'chosen' | 'remove' | 'removed' | 'intro', string>;
  children: ReactNode;
}) {
  const hidden = { id: row.id, version: row.version };
  return (
    <div className="flex flex-wrap items-start gap-2">
      {!row.isDefault && (
        <ActionForm action={choose} hidden={hidden} success={words.chosen}>
          <SubmitButton look="outline" size="sm">
            {words.choose}
          </SubmitButton>
        </ActionForm>
      )}
      {children}
      <ConfirmDialog
        trigger={words.remove}
        size="sm"
        title={words.remove}
        confirm={words.remove}
        danger
        intro={words.intro}
        action={remove}
        hidden={hidden}
        success={words.removed}
      />
    </div>
  );
}
