import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { Consequence } from './confirm-dialog';
import { ConfirmSubmitClient } from './confirm-submit-client';
import type { Echo } from './echo';

/**
 * The submit button of a form that asks once more, saying what will happen, before it is sent. Without script it
 * sends at once.
 */
export function ConfirmSubmit(props: {
  trigger: ReactNode;
  title: ReactNode;
  intro?: ReactNode;
  /** Controls of the form whose values are said back. */
  echo?: Echo[];
  consequences?: Consequence[];
  /** Word of the deciding button: the verb, not "OK". */
  confirm: ReactNode;
}) {
  const t = useTranslations('ui.dialog');
  return <ConfirmSubmitClient {...props} cancel={t('cancel')} close={t('close')} />;
}
