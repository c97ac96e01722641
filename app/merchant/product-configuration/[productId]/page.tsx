import { notFound } from 'next/navigation';
import { AllowListSection } from '@/components/sale-rule/allow-list-section';
import { LimitTable } from '@/components/sale-rule/limit-table';
import { DetailPage } from '@/components/shell/detail-page';
import { Section } from '@/components/ui/card';
import { StateBadge } from '@/components/workflow/state-badge';
import { can } from '@/lib/auth/permissions';
import { requireMerchant } from '@/lib/auth/session';
import { getT } from '@/lib/i18n/server';
import { getSaleRules } from '@/lib/records/sale-rule/queries';
import { allow, disallow, lift, limit, restrict, unlimit } from '../actions';

export default async function ProductRulesPage({
  params,
}: {
  params: Promise<{ productId: string }>;
}) {
  const actor = await requireMerchant('saleRule.read');
  const { productId } = await params;
  const rules = await getSaleRules(actor, productId);
  if (!rules) notFound();
  const t = await getT('saleRule');
  const { product, specs } = rules;
  const mayChange = can(actor, 'saleRule.change', { productId });
  const actions = mayChange ? { restrict, lift, allow, disallow } : undefined;
  return (
    <DetailPage
      title={product.name}
      breadcrumb={[{ label: t('list.title'), href: '/merchant/product-configuration' }]}
      badge={<StateBadge noun="product" state={product.state} />}
    >
      <Section title={t('limit.title')} description={t('limit.description')} flush>
        <LimitTable
          rows={specs.map(({ spec, limit: row }) => ({
            specId: spec.id,
            specName: spec.name,
            times: row?.times ?? null,
            quantity: row?.quantity ?? null,
            untilExpiry: row?.untilExpiry ?? false,
            isLimited: row !== undefined,
          }))}
          {...(mayChange ? { actions: { limit, unlimit } } : {})}
        />
      </Section>
      <AllowListSection
        title={t('allow.product')}
        name={product.name}
        hidden={{ productId }}
        list={rules.allowList}
        {...(actions ? { actions } : {})}
      />
      {specs.map(({ spec, allowList }) => (
        <AllowListSection
          key={spec.id}
          title={t('allow.spec', { spec: spec.name })}
          name={spec.name}
          hidden={{ productId, specId: spec.id }}
          list={allowList}
          {...(rules.allowList ? { alsoWhole: true } : {})}
          {...(actions ? { actions } : {})}
        />
      ))}
    </DetailPage>
  );
}
