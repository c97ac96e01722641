import { notFound } from 'next/navigation';
import { DetailPage } from '@/components/shell/detail-page';
import { Alert } from '@/components/ui/alert';
import { ButtonLink } from '@/components/ui/button';
import { Section } from '@/components/ui/card';
import { EvidenceTimeline } from '@/components/workflow/evidence-timeline';
import { StateBadge } from '@/components/workflow/state-badge';
import { WhoIsNext } from '@/components/workflow/who-is-next';
import { requireOperator } from '@/lib/auth/session';
import { allowedEvents, whoIsNext } from '@/lib/engine/who-is-next';
import { getT } from '@/lib/i18n/server';
import { readClock } from '@/lib/records/clock/queries';
import { product as machine } from '@/lib/workflows/product/machine';
import { listProductLog } from '@/lib/workflows/product/ops-queries';
import { getOwnProduct } from '@/lib/workflows/product/own-queries';
import { ControlButtons } from './control-buttons';
import { ProductFacts } from './product-facts';
import { SpecTable } from './spec-table';

export default async function OpsProductPage({
  params,
}: {
  params: Promise<{ productId: string }>;
}) {
  const actor = await requireOperator('product.read');
  const { productId } = await params;
  const found = await getOwnProduct(actor, productId);
  if (!found) notFound();
  const { product } = found;
  const [t, log, { now }] = await Promise.all([
    getT('opsProduct'),
    listProductLog(actor, productId),
    readClock(actor),
  ]);
  return (
    <DetailPage
      title={product.name}
      breadcrumb={[{ label: t('list.title'), href: '/ops/products' }]}
      badge={<StateBadge noun="product" state={product.state} />}
      description={`${product.productVersion} · ${found.merchantName ?? product.merchantId}`}
      actions={
        <>
          {product.state === 'onSale' && (
            <ButtonLink href={`/products/${product.id}`}>{t('detail.inStore')}</ButtonLink>
          )}
          <ControlButtons
            product={product}
            merchantName={found.merchantName ?? product.merchantId}
            events={allowedEvents(machine, product, actor)}
          />
        </>
      }
      next={
        <WhoIsNext
          noun="product"
          next={whoIsNext(machine, product, now)}
          now={now}
          me="operations"
        />
      }
      side={
        <Section title={t('detail.log')}>
          <EvidenceTimeline rows={log.rows} names={log.names} />
        </Section>
      }
    >
      {product.reason && (
        <Alert
          tone={product.state === 'frozen' ? 'warning' : 'danger'}
          title={t(`reasonOf.${product.state}`)}
        >
          {product.reason}
        </Alert>
      )}
      <ProductFacts found={found} />
      <Section title={t('detail.specs')} flush>
        <SpecTable found={found} />
      </Section>
    </DetailPage>
  );
}
