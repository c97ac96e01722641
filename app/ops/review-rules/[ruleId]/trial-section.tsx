import { Alert } from '@/components/ui/alert';
import { ButtonLink } from '@/components/ui/button';
import { Section } from '@/components/ui/card';
import { DataTable } from '@/components/ui/data-table';
import type { Translate } from '@/lib/i18n/translator';
import { fieldKey } from '@/lib/records/review-rule/field-key';
import type { Trial } from '@/lib/records/review-rule/trial';

/** How many failures are listed; the figure above counts all. */
const SHOWN = 50;

/** Which listings would fail the rule. */
export function TrialSection({
  t,
  ruleId,
  trial,
}: {
  t: Translate;
  ruleId: string;
  trial: Trial | undefined;
}) {
  const failures = trial?.failures ?? [];
  return (
    <Section
      id="trial"
      title={t('trial.title')}
      description={t('trial.description')}
      actions={
        <ButtonLink size="sm" data-soft="" href={`/ops/review-rules/${ruleId}?try=1#trial`}>
          {t(trial ? 'trial.again' : 'trial.run')}
        </ButtonLink>
      }
    >
      <div className="flex flex-col gap-4">
        {!trial && <p className="text-muted">{t('trial.notYet')}</p>}
        {trial && failures.length === 0 && (
          <Alert tone="success" title={t('trial.passed', { count: trial.checked })} />
        )}
        {trial && failures.length > 0 && (
          <>
            <Alert
              tone="warning"
              title={t('trial.failed', {
                count: new Set(failures.map(({ productId }) => productId)).size,
                of: trial.checked,
              })}
            >
              {t('trial.failedText')}
            </Alert>
            <DataTable
              caption={t('trial.title')}
              columns={[
                { key: 'product', header: t('field.product'), kind: 'link', wrap: true },
                { key: 'field', header: t('field.field') },
                { key: 'found', header: t('field.found'), wrap: true },
              ]}
              rows={failures.slice(0, SHOWN).map((failure) => ({
                id: `${failure.productId}:${failure.field}`,
                href: `/ops/products/${failure.productId}`,
                cells: {
                  product: {
                    text: failure.productName,
                    ...(failure.merchantName ? { sub: failure.merchantName } : {}),
                  },
                  field: t(`fieldName.${fieldKey(failure.field)}`),
                  found: failure.found,
                },
              }))}
            />
          </>
        )}
      </div>
    </Section>
  );
}
