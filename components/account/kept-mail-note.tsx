import { Alert } from '@/components/ui/alert';
import { getT } from '@/lib/i18n/server';

/** Where mails go while no mail server is configured. */
export async function KeptMailNote() {
  const t = await getT('account');
  return (
    <Alert tone="warning" title={t('mail.keptTitle')}>
      {t('mail.kept')}
    </Alert>
  );
}
