import { orNotFound } from '@/app/found';
import { signatureColumns, signatureRows } from '@/components/agreement/signature-list';
import { CertificationFacts } from '@/components/merchant/certification-facts';
import { ProfileFacts } from '@/components/merchant/profile-facts';
import { DetailPage } from '@/components/shell/detail-page';
import { Badge } from '@/components/ui/badge';
import { ButtonLink } from '@/components/ui/button';
import { Section } from '@/components/ui/card';
import { DataTable } from '@/components/ui/data-table';
import { DescriptionList } from '@/components/ui/description-list';
import { EmptyState } from '@/components/ui/empty-state';
import { EvidenceTimeline } from '@/components/workflow/evidence-timeline';
import { StateBadge } from '@/components/workflow/state-badge';
import { listStream } from '@/lib/audit/queries';
import { requireOperator } from '@/lib/auth/session';
import { readFiles } from '@/lib/files/queries';
import { currentLocale, getFormat, getT } from '@/lib/i18n/server';
import { listMerchantSignatures } from '@/lib/records/agreement/queries';
import { getMerchantDetail, listStreamNames } from '@/lib/records/merchant/queries';
import { reviewPage } from '@/lib/records/review/pages';
import { getMerchantCertification } from '@/lib/workflows/business-certification/queries';
import { StandingSection } from './standing-section';

export default async function MerchantPage({
  params,
}: {
  params: Promise<{ merchantId: string }>;
}) {
  const actor = await requireOperator('merchant.read');
  const { merchantId } = await params;
  const merchant = await orNotFound(getMerchantDetail(actor, merchantId));
  const { profile } = merchant;
  const [t, a, locale, format, files, signatures, evidence, certification] = await Promise.all([
    getT('merchant'),
    getT('agreement'),
    currentLocale(),
    getFormat(),
    readFiles(actor, [profile.logoFileId, profile.licenceFileId]),
    listMerchantSignatures(actor, merchantId),
    listStream(actor, `merchant:${merchantId}`),
    getMerchantCertification(actor, merchantId),
  ]);
  const names = await listStreamNames(actor, evidence);
  return (
    <DetailPage
      title={merchant.name}
      breadcrumb={[{ label: t('ops.title'), href: '/ops/merchants' }]}
      badge={
        <Badge tone={merchant.certifiedAt ? 'success' : 'warning'}>
          {t(merchant.certifiedAt ? 'ops.certified' : 'ops.uncertified')}
        </Badge>
      }
      actions={<ButtonLink href={`/merchants/${merchant.id}`}>{t('ops.toShop')}</ButtonLink>}
      side={
        <>
          <Section title={t('ops.about')}>
            <DescriptionList
              columns={1}
              items={[
                { label: t('ops.id'), value: merchant.id },
                ...(merchant.kind === 'enterprise'
                  ? [{ label: t('field.creditCode'), value: merchant.creditCode }]
                  : []),
                { label: t('ops.owner'), value: `${merchant.ownerName} (${merchant.ownerEmail})` },
                { label: t('ops.members'), value: format.count(merchant.memberCount) },
                { label: t('ops.joinedAt'), value: format.dateTime(merchant.createdAt) },
                { label: t('ops.certifiedAt'), value: format.dateTime(merchant.certifiedAt) },
              ]}
            />
          </Section>
          <Section title={t('ops.log')}>
            <EvidenceTimeline
              rows={evidence.filter(({ event }) => !['save', 'revise', 'prepare'].includes(event))}
              names={names}
            />
          </Section>
        </>
      }
    >
      <StandingSection actor={actor} merchant={merchant} />
      <Section title={t('ops.profile')}>
        <ProfileFacts
          name={merchant.name}
          profile={profile}
          describing={{ t, locale, files }}
          without={['companyName']}
        />
      </Section>
      <Section
        title={t('ops.certification')}
        actions={
          certification && (
            <>
              <StateBadge noun="businessCertification" state={certification.state} />
              <ButtonLink size="sm" href={reviewPage('businessCertification', certification.id)}>
                {t('ops.open')}
              </ButtonLink>
            </>
          )
        }
      >
        {certification?.current ? (
          <CertificationFacts data={certification.current} />
        ) : (
          <p className="text-muted">{t('ops.noCertification')}</p>
        )}
      </Section>
      <Section title={t('ops.invoicing')}>
        <DescriptionList
          items={[
            {
              label: t('invoice.types'),
              wide: true,
              value: merchant.invoiceTypes.map((type) => t(`invoice.type.${type}`)).join(' · '),
            },
            ...(merchant.invoicing
              ? [
                  { label: t('invoice.taxId'), value: merchant.invoicing.taxId },
                  {
                    label: t('invoice.bank'),
                    value: `${merchant.invoicing.bankName} ${merchant.invoicing.bankAccount}`,
                  },
                ]
              : []),
            ...(merchant.mailing
              ? [
                  {
                    label: t('invoice.mailing'),
                    value: `${merchant.mailing.receiver} · ${merchant.mailing.address}`,
                  },
                ]
              : []),
          ]}
        />
      </Section>
      <Section title={t('ops.agreements')} flush>
        <DataTable
          caption={t('ops.agreements')}
          columns={signatureColumns(a).filter(({ key }) => key !== 'actions')}
          rows={signatureRows(signatures.rows, { t: a, locale, format })}
          empty={<EmptyState title={a('list.emptyTitle')}>{a('list.emptyMerchant')}</EmptyState>}
        />
      </Section>
    </DetailPage>
  );
}
