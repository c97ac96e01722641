import { AgreementTick } from '@/components/agreement/agreement-tick';
import {
  signatureColumns,
  signatureFields,
  signatureRows,
} from '@/components/agreement/signature-list';
import { ListPage } from '@/components/shell/list-page';
import { ActionForm } from '@/components/ui/action-form';
import { Alert } from '@/components/ui/alert';
import { ButtonLink } from '@/components/ui/button';
import { Section } from '@/components/ui/card';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { ExportLinks } from '@/components/ui/export-links';
import { FilterBar } from '@/components/ui/filter-bar';
import { Pager } from '@/components/ui/pager';
import { SubmitButton } from '@/components/ui/submit-button';
import { can } from '@/lib/auth/permissions';
import { requireMerchant } from '@/lib/auth/session';
import { currentLocale, getFormat, getT } from '@/lib/i18n/server';
import { exportHref, listParams, pageLinks, type SearchParams } from '@/lib/list/search-params';
import {
  getUnsignedCooperation,
  listSignatures,
  signatureFilters,
} from '@/lib/records/agreement/queries';
import { sign } from './actions';

const PATH = '/merchant/agreements';

export default async function MerchantAgreementsPage({
  searchParams,
}: {
  searchParams: SearchParams;
}) {
  const actor = await requireMerchant('agreement.read');
  const values = await listParams(searchParams);
  const [t, locale, format, page, unsigned] = await Promise.all([
    getT('agreement'),
    currentLocale(),
    getFormat(),
    listSignatures(actor, {
      ...signatureFilters.parse(values),
      ...(values.after ? { after: values.after } : {}),
    }),
    getUnsignedCooperation(actor),
  ]);
  return (
    <ListPage
      title={t('list.title')}
      description={t('list.merchant')}
      actions={<ExportLinks href={exportHref('merchant-agreements', values)} />}
      filters={<FilterBar action={PATH} values={values} fields={signatureFields(t)} />}
      pager={<Pager {...pageLinks(PATH, values, page.next)} />}
    >
      {unsigned && (
        <div className="mb-4">
          {can(actor, 'agreement.sign') ? (
            <Section
              title={t('unsigned.title', { title: unsigned.title[locale] })}
              description={`${t('whatIsNew')}${unsigned.summary[locale]}`}
            >
              <ActionForm action={sign} success={t('unsigned.done')}>
                <AgreementTick
                  agreement={{
                    id: unsigned.id,
                    version: unsigned.version,
                    title: unsigned.title[locale],
                    body: unsigned.body[locale],
                  }}
                />
                <div className="form__foot">
                  <SubmitButton>{t('unsigned.sign')}</SubmitButton>
                </div>
              </ActionForm>
            </Section>
          ) : (
            <Alert tone="warning" title={t('unsigned.title', { title: unsigned.title[locale] })}>
              {t('unsigned.owner')}
            </Alert>
          )}
        </div>
      )}
      <DataTable
        caption={t('list.title')}
        columns={signatureColumns(t)}
        rows={signatureRows(page.rows, { t, locale, format, path: PATH })}
        empty={
          values.q || values.kind ? (
            <EmptyState
              title={t('list.noneTitle')}
              actions={<ButtonLink href={PATH}>{t('list.all')}</ButtonLink>}
            >
              {t('list.noneText')}
            </EmptyState>
          ) : (
            <EmptyState title={t('list.emptyTitle')}>{t('list.emptyMerchant')}</EmptyState>
          )
        }
      />
    </ListPage>
  );
}
