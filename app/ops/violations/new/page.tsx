import { PageHeader } from '@/components/shell/page-header';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Section } from '@/components/ui/card';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { TextInput } from '@/components/ui/text-input';
import { requireOperator } from '@/lib/auth/session';
import { currentLocale, getT } from '@/lib/i18n/server';
import { listParams, type SearchParams } from '@/lib/list/search-params';
import { getRecordForm } from '@/lib/workflows/violation/queries';
import { record } from '../actions';
import { RecordForm } from './record-form';

const HERE = '/ops/violations/new';

/** Records a breach: first whose and what, then the facts, started from the rule. */
export default async function RecordViolationPage({
  searchParams,
}: {
  searchParams: SearchParams;
}) {
  const actor = await requireOperator('violation.record');
  const { merchantId, behaviour } = await listParams(searchParams);
  const [t, locale, form] = await Promise.all([
    getT('violation'),
    currentLocale(),
    getRecordForm(actor, { merchantId, behaviour }),
  ]);
  const { merchant, rule } = form;
  return (
    <>
      <PageHeader
        title={t('new.title')}
        breadcrumb={[{ label: t('list.title'), href: '/ops/violations' }]}
      />
      <div className="grid gap-4">
        <Section title={t('new.choose')} description={t('new.chooseHint')}>
          <form action={HERE} method="get" className="form">
            <Field name="merchantId" label={t('new.merchantId')} required>
              <TextInput defaultValue={merchantId} max={60} />
            </Field>
            <Field name="behaviour" label={t('field.behaviour')} required>
              <Select
                key={behaviour}
                defaultValue={behaviour}
                options={form.rules.map((one) => ({
                  value: one.code,
                  label: `${locale === 'en' ? one.en : one.zh} (${t('list.points', { points: one.points })})`,
                }))}
              />
            </Field>
            <div>
              <Button type="submit" look={merchant && rule ? 'outline' : 'primary'}>
                {t('new.go')}
              </Button>
            </div>
          </form>
        </Section>
        {merchantId && !merchant && <Alert tone="danger" title={t('new.unknown')} />}
        {merchant && rule && (
          <RecordForm
            key={`${merchant.id} ${rule.code}`}
            action={record}
            merchant={merchant}
            products={form.products}
            rule={rule}
            until={form.until}
            mayList={form.mayList}
            locale={locale}
          />
        )}
      </div>
    </>
  );
}
