import { useTranslations } from 'next-intl';
import { ActionFormClient, type ActionFormProps } from './action-form-client';

/**
 * A form around a server action. Shows the action's sentence and each field's own, focuses the
 * first wrong field, keeps everything entered on refusal, cannot be sent twice, and with
 * `draftKey` survives a session that ends. Works before any script has come.
 */
export function ActionForm(props: Omit<ActionFormProps, 'words'>) {
  const t = useTranslations('ui.form');
  return (
    <ActionFormClient
      {...props}
      words={{
        network: t('network'),
        uploading: t('uploading'),
        lost: t('lost'),
        reload: t('reload'),
        signIn: t('signIn'),
        restored: t('restored'),
        restoredOlder: t('restoredOlder'),
        discard: t('discard'),
        sent: t('sent'),
        goOn: t('goOn'),
      }}
    />
  );
}
