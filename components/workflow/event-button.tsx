import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { FormAction } from '@/components/ui/action-form-client';
import type { ButtonLook } from '@/components/ui/button-class';
import { ConfirmDialog, type Consequence } from '@/components/ui/confirm-dialog';

/**
 * One event of a workflow as a button with its decision: words from the catalog
 * (`<noun>.event.<event>`), consequences before the verb, the fields of the event as children.
 */
export function EventButton({
  noun,
  event,
  row,
  action,
  look = 'outline',
  danger,
  intro,
  consequences,
  success,
  redirectTo,
  shortcut,
  children,
}: {
  noun: string;
  event: string;
  /** The row as the reader saw it; its version makes a stale decision say so. */
  row: { id: string; version?: number };
  action: FormAction;
  look?: ButtonLook;
  danger?: boolean;
  intro?: ReactNode;
  consequences?: Consequence[];
  success?: string;
  redirectTo?: string;
  shortcut?: string;
  children?: ReactNode;
}) {
  const t = useTranslations(noun);
  const verb = t(`event.${event}`);
  return (
    <ConfirmDialog
      trigger={verb}
      title={verb}
      confirm={verb}
      look={danger ? 'danger-soft' : look}
      danger={danger}
      intro={intro}
      consequences={consequences}
      action={action}
      hidden={{ id: row.id, version: row.version }}
      success={success}
      redirectTo={redirectTo}
      shortcut={shortcut}
    >
      {children}
    </ConfirmDialog>
  );
}
