import { useLocale, useTranslations } from 'next-intl';
import { Alert } from '@/components/ui/alert';
import { ButtonLink } from '@/components/ui/button';
import type { StandingState } from '@/db/schema/standing';
import { formatDateTime } from '@/lib/i18n/format';
import { DEFAULT_LOCALE, isLocale } from '@/lib/i18n/locales';

/** Tells a merchant which list it is on, until when, why, and what it cannot do; nothing in good standing. */
export function StandingBanner({
  standing,
  link = true,
}: {
  standing: { state: StandingState; until: Date | null; reason: string | null } | undefined;
  /** Leads to the page of the standing. */
  link?: boolean;
}) {
  const t = useTranslations('standing');
  const locale = useLocale();
  if (!standing || standing.state === 'good') return null;
  const { state, until, reason } = standing;
  const at = until && formatDateTime(until, isLocale(locale) ? locale : DEFAULT_LOCALE);
  return (
    <Alert
      tone={state === 'yellowListed' ? 'warning' : state === 'exited' ? 'info' : 'danger'}
      title={
        <>
          {t(`state.${state}`)}
          {at && <span className="num"> · {t('banner.until', { until: at })}</span>}
        </>
      }
      actions={link && <ButtonLink href="/merchant/standing">{t('banner.more')}</ButtonLink>}
    >
      <p>{t(`means.${state}`)}</p>
      {reason && <p>{t('banner.reason', { reason })}</p>}
    </Alert>
  );
}
