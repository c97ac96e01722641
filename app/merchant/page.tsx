import { CompanyLogo } from '@/components/merchant/company-logo';
import { Figures } from '@/components/merchant/figures';
import { Reveal } from '@/components/merchant/reveal';
import { PageHeader } from '@/components/shell/page-header';
import { StandingBanner } from '@/components/standing/standing-banner';
import { Alert } from '@/components/ui/alert';
import { ButtonLink } from '@/components/ui/button';
import { Section } from '@/components/ui/card';
import { DescriptionList } from '@/components/ui/description-list';
import { StatCard } from '@/components/ui/stat-card';
import { StateBadge } from '@/components/workflow/state-badge';
import { can } from '@/lib/auth/permissions';
import { requireMerchant } from '@/lib/auth/session';
import { countersFor } from '@/lib/counters/all';
import { currentLocale, getFormat, getT } from '@/lib/i18n/server';
import { COUNT_CAP } from '@/lib/list/keyset';
import { getUnsignedCooperation } from '@/lib/records/agreement/queries';
import { figuresByMonth } from '@/lib/records/merchant/figures';
import { getOwnMerchant } from '@/lib/records/merchant/queries';
import { getCertificationState } from '@/lib/workflows/business-certification/queries';
import { getStandingNotice } from '@/lib/workflows/standing/queries';
import { revealKey } from './actions';

/** Overview of the seller centre (onboarding.md 7.1). */
export default async function MerchantOverviewPage() {
  const actor = await requireMerchant('merchant.enter');
  const [
    t,
    nav,
    words,
    locale,
    format,
    merchant,
    certification,
    unsigned,
    counters,
    figures,
    standing,
  ] = await Promise.all([
    getT('merchant.overview'),
    getT('nav.merchant'),
    getT('counter'),
    currentLocale(),
    getFormat(),
    getOwnMerchant(actor),
    getCertificationState(actor),
    getUnsignedCooperation(actor),
    countersFor(actor, 'merchant'),
    figuresByMonth(actor),
    getStandingNotice(actor),
  ]);
  const state = certification ?? 'editing';
  return (
    <>
      <PageHeader title={nav('home')} />
      <div className="grid gap-4">
        <StandingBanner standing={standing} />
        {(!merchant.certifiedAt || state === 'rejected' || state === 'locked') && (
          <Alert
            tone={state === 'certifying' ? 'info' : 'warning'}
            title={t(`certifying.${state}.title`)}
            actions={
              <ButtonLink
                look={state === 'certifying' ? 'secondary' : 'primary'}
                href="/merchant/certification"
              >
                {t(`certifying.${state}.go`)}
              </ButtonLink>
            }
          >
            {t(`certifying.${state}.text`)}
          </Alert>
        )}
        {unsigned && (
          <Alert
            tone="warning"
            title={t('unsigned', { title: unsigned.title[locale] })}
            actions={<ButtonLink href="/merchant/agreements">{t('sign')}</ButtonLink>}
          />
        )}
        <Section
          title={
            <span className="flex items-center gap-3">
              <CompanyLogo name={merchant.name} fileId={merchant.profile.logoFileId} />
              {merchant.name}
            </span>
          }
          actions={<ButtonLink href="/merchant/information">{nav('profile')}</ButtonLink>}
        >
          <DescriptionList
            columns={3}
            items={[
              ...(can(actor, 'merchant.key')
                ? [
                    {
                      label: t('accessKey'),
                      value: (
                        <Reveal
                          masked="GHK••••••••••••"
                          action={revealKey}
                          input={{}}
                          words={{ show: t('showKey'), hide: t('hideKey') }}
                        />
                      ),
                    },
                  ]
                : []),
              {
                label: t('certification'),
                value: (
                  <a className="no-underline" href="/merchant/certification">
                    <StateBadge noun="businessCertification" state={state} />
                  </a>
                ),
              },
              {
                label: t('agreement'),
                value: (
                  <a className="link" href="/merchant/agreements">
                    {t(unsigned ? 'agreementUnsigned' : 'agreementSigned')}
                  </a>
                ),
              },
            ]}
          />
        </Section>
        <section aria-label={t('todo')}>
          <h2 className="mb-2 text-[15px] font-semibold">{t('todo')}</h2>
          <div className="grid grid-cols-[repeat(auto-fit,minmax(150px,1fr))] gap-3">
            {counters.map(({ name, href, count }) => (
              <StatCard
                key={name}
                label={words(name)}
                value={format.count(count, count >= COUNT_CAP)}
                href={href}
                {...(count > 0 ? { tone: 'warning' as const } : {})}
              />
            ))}
          </div>
        </section>
        <Figures figures={figures} money={can(actor, 'order.read')} />
      </div>
    </>
  );
}
