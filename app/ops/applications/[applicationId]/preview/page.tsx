import { notFound } from 'next/navigation';
import { merchantView } from '@/components/product/merchant-view';
import { previewView } from '@/components/product/preview-view';
import { ProductPage } from '@/components/product/product-page';
import { supportView } from '@/components/product/support-view';
import { PageHeader } from '@/components/shell/page-header';
import { Alert } from '@/components/ui/alert';
import { ButtonLink } from '@/components/ui/button';
import { requireOperator } from '@/lib/auth/session';
import { currentLocale, getT } from '@/lib/i18n/server';
import { listCategories } from '@/lib/workflows/product/queries';
import { getApplication } from '@/lib/workflows/product-application/queries';

/** The product page that an application asks for, as customers will see it (products.md 3). */
export default async function ApplicationPreviewPage({
  params,
}: {
  params: Promise<{ applicationId: string }>;
}) {
  const actor = await requireOperator('productApplication.read');
  const view = await getApplication(actor, (await params).applicationId);
  if (!view) notFound();
  const { row, proposal } = view;
  const [t, locale, tree] = await Promise.all([
    getT('productApplication.review'),
    currentLocale(),
    listCategories(actor, { retired: true }),
  ]);
  const top = tree.find(({ leaves }) => leaves.some(({ id }) => id === proposal.categoryId));
  const leaf = top?.leaves.find(({ id }) => id === proposal.categoryId);
  const address = `/ops/applications/${row.id}`;
  return (
    <>
      <PageHeader
        title={t('previewTitle')}
        breadcrumb={[
          { label: t('queue'), href: '/ops/queue' },
          { label: row.name, href: address },
        ]}
        actions={<ButtonLink href={address}>{t('back')}</ButtonLink>}
      />
      <div className="mb-5">
        <Alert>{t('previewText')}</Alert>
      </div>
      <ProductPage
        product={previewView(proposal, {
          category: [top, leaf].flatMap((one) =>
            one ? [locale === 'en' ? one.nameEn : one.nameZh] : [],
          ),
          merchant: merchantView(view.card ?? undefined),
          support: supportView(
            view.supportGroups.filter(({ id }) => proposal.supportGroupIds.includes(id)),
            locale,
          ),
        })}
      />
    </>
  );
}
