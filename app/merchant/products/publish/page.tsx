import { PageHeader } from '@/components/shell/page-header';
import { StandingBanner } from '@/components/standing/standing-banner';
import { ActionForm } from '@/components/ui/action-form';
import { Alert } from '@/components/ui/alert';
import { ButtonLink } from '@/components/ui/button';
import { Section } from '@/components/ui/card';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { Field } from '@/components/ui/field';
import { RadioCards } from '@/components/ui/radio-cards';
import { SubmitButton } from '@/components/ui/submit-button';
import { requireMerchant } from '@/lib/auth/session';
import { getUploadUsage } from '@/lib/files/usage';
import { formatBytes } from '@/lib/i18n/format';
import { getFormat, getT } from '@/lib/i18n/server';
import { maySell } from '@/lib/records/standing/gate';
import { DELIVERY_TYPES, PRODUCT_CLASSES } from '@/lib/workflows/product/delivery-types';
import { listApplications, mayPublish } from '@/lib/workflows/product-application/queries';
import { getStandingNotice } from '@/lib/workflows/standing/queries';
import { open } from '../../applications/actions';

export default async function PublishPage() {
  const actor = await requireMerchant('product.publish');
  const [t, format, certified, drafts, usage, standing] = await Promise.all([
    getT('productApplication'),
    getFormat(),
    mayPublish(actor),
    listApplications(actor, { state: 'draft', kind: 'publish' }),
    getUploadUsage(actor),
    getStandingNotice(actor),
  ]);
  return (
    <>
      <PageHeader title={t('publish.title')} description={t('publish.lead')} />
      <div className="grid gap-5">
        <StandingBanner standing={standing} />
        {!certified && (
          <Alert
            tone="warning"
            title={t('error.open.notCertified')}
            actions={<ButtonLink href="/merchant/certification">{t('publish.certify')}</ButtonLink>}
          >
            {t('publish.certifyText')}
          </Alert>
        )}
        {certified && maySell(standing) && (
          <Section title={t('publish.choose')}>
            <ActionForm action={open}>
              <Field group name="class" label={t('publish.class')} required>
                <RadioCards
                  columns={2}
                  defaultValue="general"
                  options={PRODUCT_CLASSES.map((value) => ({
                    value,
                    label: t(`class.${value}`),
                    hint: t(`class.${value}Hint`),
                  }))}
                />
              </Field>
              <Field group name="deliveryType" label={t('publish.deliveryType')} required>
                <RadioCards
                  columns={2}
                  defaultValue="manualService"
                  options={DELIVERY_TYPES.map(({ code }) => ({
                    value: code,
                    label: t(`deliveryType.${code}`),
                    hint: t(`deliveryType.${code}Hint`),
                  }))}
                />
              </Field>
              <div className="form__foot">
                <SubmitButton>{t('publish.start')}</SubmitButton>
              </div>
            </ActionForm>
          </Section>
        )}
        <Section
          title={t('publish.drafts')}
          description={t('publish.draftsHint')}
          actions={
            drafts.next && (
              <ButtonLink size="sm" href="/merchant/applications?state=draft">
                {t('publish.allDrafts')}
              </ButtonLink>
            )
          }
          flush
        >
          <DataTable
            caption={t('publish.drafts')}
            columns={[
              { key: 'name', header: t('field.name'), kind: 'link', wrap: true },
              { key: 'updatedAt', header: t('list.updatedAt'), kind: 'date' },
            ]}
            rows={drafts.rows.map(({ row, logoFileId }) => ({
              id: row.id,
              href: `/merchant/applications/${row.id}/edit`,
              cells: {
                name: {
                  text: row.name || t('untitled.publish'),
                  image: logoFileId ? `/api/files/${logoFileId}?variant=thumb` : null,
                },
                updatedAt: format.dateTime(row.updatedAt),
              },
            }))}
            empty={
              <EmptyState title={t('publish.noDrafts')}>{t('publish.noDraftsText')}</EmptyState>
            }
          />
        </Section>
        {usage && (
          <p className="num text-[13px] text-muted">
            {t('publish.usage', {
              files: usage.files,
              maxFiles: usage.maxFiles,
              bytes: formatBytes(usage.bytes),
              maxBytes: formatBytes(usage.maxBytes),
            })}
          </p>
        )}
      </div>
    </>
  );
}
