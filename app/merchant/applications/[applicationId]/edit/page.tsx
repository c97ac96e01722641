import { notFound, redirect } from 'next/navigation';
import { StandingNotice } from '@/app/merchant/standing-notice';
import { merchantView } from '@/components/product/merchant-view';
import { previewView } from '@/components/product/preview-view';
import { ProductPage } from '@/components/product/product-page';
import { supportView } from '@/components/product/support-view';
import { Wizard } from '@/components/product-application/wizard';
import { PageHeader } from '@/components/shell/page-header';
import { Alert } from '@/components/ui/alert';
import { ButtonLink } from '@/components/ui/button';
import { Words } from '@/components/ui/words';
import { EventButton } from '@/components/workflow/event-button';
import { StateBadge } from '@/components/workflow/state-badge';
import { requireMerchant } from '@/lib/auth/session';
import { currentLocale, getT } from '@/lib/i18n/server';
import { listParams, type SearchParams } from '@/lib/list/search-params';
import { getApplication } from '@/lib/workflows/product-application/queries';
import { remove, resubmit, save, submit } from '../../actions';
import { wizardView } from '../../wizard-view';

const PATH = '/merchant/applications';
const WORDS = ['productApplication', 'workflow', 'file'];

export default async function EditApplicationPage({
  params,
  searchParams,
}: {
  params: Promise<{ applicationId: string }>;
  searchParams: SearchParams;
}) {
  const actor = await requireMerchant('productApplication.read');
  const { applicationId } = await params;
  const [view, query, t, locale] = await Promise.all([
    getApplication(actor, applicationId),
    listParams(searchParams),
    getT('productApplication'),
    currentLocale(),
  ]);
  if (!view) notFound();
  const { row, proposal } = view;
  const editable = row.state === 'draft' || (row.state === 'rejected' && view.latest);
  if (!editable) redirect(`${PATH}/${row.id}`);
  const data = await wizardView(actor, view, query, locale);
  const top = data.categories.find(({ leaves }) =>
    leaves.some(({ id }) => id === proposal.categoryId),
  );
  const leaf = top?.leaves.find(({ id }) => id === proposal.categoryId);
  const product = previewView(proposal, {
    category: [top, leaf].flatMap((one) => (one ? [one.name] : [])),
    merchant: merchantView(view.card ?? undefined),
    support: supportView(
      view.supportGroups.filter(({ id }) => proposal.supportGroupIds.includes(id)),
      locale,
    ),
  });
  return (
    <Words namespaces={WORDS}>
      <PageHeader
        title={row.name || t(`untitled.${row.kind}`)}
        badge={<StateBadge noun="productApplication" state={row.state} />}
        breadcrumb={[{ label: t('list.title'), href: PATH }]}
        actions={
          <>
            <EventButton
              noun="productApplication"
              event="delete"
              row={{ id: row.id, version: row.version }}
              look="ghost"
              danger
              action={remove}
              redirectTo={PATH}
              success={t('detail.deleted')}
              intro={t('detail.deleteText')}
            />
            <ButtonLink href={`${PATH}/${row.id}`}>{t('detail.open')}</ButtonLink>
          </>
        }
      />
      <StandingNotice actor={actor} />
      <Wizard
        data={data}
        save={save}
        submit={row.state === 'rejected' ? resubmit : submit}
        preview={
          data.step === 'preview' && (
            <>
              <Alert title={t('wizard.previewTitle')}>{t('wizard.previewText')}</Alert>
              <ProductPage product={product} />
            </>
          )
        }
      />
    </Words>
  );
}
