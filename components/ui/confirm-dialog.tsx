import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { ActionForm } from './action-form';
import type { FormAction } from './action-form-client';
import type { ButtonLook, ButtonSize } from './button-class';
import { CloseDialog } from './close-dialog';
import { Dialog } from './dialog';
import { SubmitButton } from './submit-button';

/** One consequence: what will happen, to whom, or with what money. */
export type Consequence = { label: ReactNode; value: ReactNode };

/**
 * A decision that says what it will do before the button. The action gets `hidden` (id, version)
 * and whatever fields are given as children.
 */
export function ConfirmDialog({
  trigger,
  look,
  size,
  title,
  intro,
  consequences = [],
  confirm,
  danger,
  action,
  hidden,
  success,
  redirectTo,
  shortcut,
  children,
}: {
  trigger: ReactNode;
  look?: ButtonLook;
  size?: ButtonSize;
  title: ReactNode;
  intro?: ReactNode;
  consequences?: Consequence[];
  /** Word of the deciding button: the verb, not "OK". */
  confirm: ReactNode;
  danger?: boolean;
  action: FormAction;
  hidden?: Record<string, string | number | undefined | null>;
  success?: string;
  redirectTo?: string;
  shortcut?: string;
  children?: ReactNode;
}) {
  const t = useTranslations('ui.dialog');
  return (
    <Dialog
      trigger={trigger}
      look={look ?? (danger ? 'danger-soft' : 'outline')}
      size={size}
      title={title}
      close={t('close')}
      shortcut={shortcut}
    >
      <ActionForm action={action} hidden={hidden} success={success} redirectTo={redirectTo}>
        {intro && <div>{intro}</div>}
        {consequences.length > 0 && (
          <dl className="consequences">
            {consequences.map((item, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: consequences never move
              <div key={index}>
                <dt>{item.label}</dt>
                <dd className="num">{item.value}</dd>
              </div>
            ))}
          </dl>
        )}
        {children}
        <div className="dialog__foot">
          <CloseDialog>{t('cancel')}</CloseDialog>
          <SubmitButton look={danger ? 'danger' : 'primary'}>{confirm}</SubmitButton>
        </div>
      </ActionForm>
    </Dialog>
  );
}
