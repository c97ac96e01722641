import { useTranslations } from 'next-intl';
import { RejectFieldsClient, type RejectFieldsProps } from './reject-fields-client';

/**
 * Which fields are wrong, by which rule, and why: a list the reviewer fills line by line. Sends
 * `<name>.<n>.field`, `<name>.<n>.rule` and `<name>.<n>.text`.
 */
export function RejectFields(props: Omit<RejectFieldsProps, 'words'>) {
  const t = useTranslations('workflow.reject');
  return (
    <RejectFieldsClient
      {...props}
      words={{
        field: t('field'),
        rule: t('rule'),
        noRule: t('noRule'),
        text: t('text'),
        add: t('add'),
        remove: t('remove'),
      }}
    />
  );
}
