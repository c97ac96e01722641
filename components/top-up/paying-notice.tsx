import { Alert } from '@/components/ui/alert';
import { ButtonLink } from '@/components/ui/button';
import type { Translate } from '@/lib/i18n/translator';
import type { TopUpRow } from '@/lib/workflows/top-up/machine';
import { ReloadSoon } from './reload-soon';

/** The way to the provider's page, once its address is there; looks again by itself until the result is. */
export function PayingNotice({ topUp, t }: { topUp: TopUpRow; t: Translate }) {
  return (
    <>
      <ReloadSoon key={topUp.version} />
      {topUp.payUrl ? (
        <Alert
          tone="info"
          actions={
            <ButtonLink href={topUp.payUrl} look="primary">
              {t('page.toPayment')}
            </ButtonLink>
          }
        >
          {t('next.paying')}
        </Alert>
      ) : (
        <Alert tone="info" title={t('page.connecting')}>
          {t('page.connectingHelp')}
        </Alert>
      )}
    </>
  );
}
