import { notFound } from 'next/navigation';
import { StandingNotice } from '@/app/merchant/standing-notice';
import { CopyLink } from '@/components/product/copy-link';
import { DetailPage } from '@/components/shell/detail-page';
import { ActionForm } from '@/components/ui/action-form';
import { Alert } from '@/components/ui/alert';
import { Badge } from '@/components/ui/badge';
import { ButtonLink } from '@/components/ui/button';
import { Section } from '@/components/ui/card';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { SubmitButton } from '@/components/ui/submit-button';
import { EvidenceTimeline } from '@/components/workflow/evidence-timeline';
import { StateBadge } from '@/components/workflow/state-badge';
import { WhoIsNext } from '@/components/workflow/who-is-next';
import { listEvidence } from '@/lib/audit/queries';
import { can } from '@/lib/auth/permissions';
import { requireMerchant } from '@/lib/auth/session';
import { whoIsNext } from '@/lib/engine/who-is-next';
import { getT } from '@/lib/i18n/server';
import { readClock } from '@/lib/records/clock/queries';
import { product as machine } from '@/lib/workflows/product/machine';
import { getOwnProduct } from '@/lib/workflows/product/own-queries';
import { findOpenModification } from '@/lib/workflows/product-application/queries';
import { delist, delistOneSku, delistOneSpec, modify } from '../actions';
import { ProductSections } from '../product-sections';

export default async function ProductDetailPage({
  params,
}: {
  params: Promise<{ productId: string }>;
}) {
  const actor = await requireMerchant('product.read');
  const { productId } = await params;
  const view = await getOwnProduct(actor, productId);
  if (!view) notFound();
  const { product } = view;
  const [t, log, open, { now }] = await Promise.all([
    getT('product'),
    listEvidence(actor, 'product', productId),
    findOpenModification(actor, productId),
    readClock(actor),
  ]);
  const sold = product.state !== 'delisted';
  const scope = { productId };
  const mayDelist = sold && can(actor, 'product.delist', scope);
  const mayModify = sold && can(actor, 'product.modify', scope);
  const hidden = { id: productId, version: product.version, confirm: 'delist' };
  const specsLeft = view.specs.filter(({ state }) => state === 'onSale').length;
  const effects = (last: boolean) => [
    { label: t('delist.buyers'), value: t('delist.buyersText') },
    { label: t('delist.running'), value: t('delist.runningText') },
    { label: t('delist.vouchers'), value: t('delist.vouchersText') },
    ...(last ? [{ label: t('delist.product'), value: t('delist.lastText') }] : []),
  ];
  const applicationPath = open && `/merchant/applications/${open.id}`;
  return (
    <DetailPage
      title={product.name}
      badge={
        <>
          <StateBadge noun="product" state={product.state} />
          {!product.publicSale && <Badge plain>{t('list.hidden')}</Badge>}
        </>
      }
      breadcrumb={[{ label: t('list.title'), href: '/merchant/products' }]}
      actions={
        <>
          {product.state === 'onSale' && (
            <CopyLink
              path={`/products/${productId}`}
              label={t('detail.copy')}
              done={t('detail.copied')}
              failed={t('detail.notCopied')}
            />
          )}
          {mayDelist && (
            <ConfirmDialog
              trigger={t('event.delist')}
              title={t('delist.title', { product: product.name })}
              intro={t('delist.intro')}
              consequences={[
                ...effects(false),
                { label: t('delist.product'), value: t('delist.productText') },
              ]}
              confirm={t('event.delist')}
              danger
              action={delist}
              hidden={hidden}
              success={t('delist.done')}
            />
          )}
          {mayModify && !open && (
            <ActionForm action={modify} hidden={{ productId }}>
              <SubmitButton>{t('detail.modify')}</SubmitButton>
            </ActionForm>
          )}
          {applicationPath && (
            <ButtonLink
              look="primary"
              href={open.state === 'pending' ? applicationPath : `${applicationPath}/edit`}
            >
              {t(
                open.state === 'pending' ? 'detail.toModification' : 'detail.continueModification',
              )}
            </ButtonLink>
          )}
        </>
      }
      next={
        <WhoIsNext noun="product" next={whoIsNext(machine, product, now)} now={now} me="merchant" />
      }
      side={
        <Section title={t('detail.log')}>
          <EvidenceTimeline rows={log} />
        </Section>
      }
    >
      {mayModify && <StandingNotice actor={actor} />}
      {product.reason && (
        <Alert tone="warning" title={t(`detail.why.${product.state}`)}>
          {product.reason}
        </Alert>
      )}
      <ProductSections
        actor={actor}
        view={view}
        specActions={(spec) =>
          mayDelist && (
            <ConfirmDialog
              size="sm"
              look="ghost"
              trigger={t('event.delistSpec')}
              title={t('delist.specTitle', { spec: spec.name })}
              intro={t('delist.specIntro', { count: spec.skus.length })}
              consequences={effects(specsLeft === 1)}
              confirm={t('event.delistSpec')}
              danger
              action={delistOneSpec}
              hidden={{ ...hidden, specId: spec.id }}
              success={t('delist.done')}
            />
          )
        }
        skuActions={(spec, skuId) => {
          const left = spec.skus.filter(({ state }) => state === 'onSale').length;
          return (
            mayDelist &&
            left > 1 && (
              <ConfirmDialog
                size="sm"
                look="ghost"
                trigger={t('event.delistSku')}
                title={t('event.delistSku')}
                intro={t('delist.skuIntro')}
                consequences={effects(false)}
                confirm={t('event.delistSku')}
                danger
                action={delistOneSku}
                hidden={{ ...hidden, skuId }}
                success={t('delist.done')}
              />
            )
          );
        }}
      />
    </DetailPage>
  );
}
