import { notFound } from 'next/navigation';
import { applicationChecks, comparedView } from '@/app/merchant/applications/compared-view';
import { SubjectReview } from '@/app/ops/queue/subject-review';
import { checksInOrder } from '@/components/product-application/checks-by-field';
import { DetailPage } from '@/components/shell/detail-page';
import { Alert } from '@/components/ui/alert';
import { ButtonLink } from '@/components/ui/button';
import { Section } from '@/components/ui/card';
import { DescriptionList } from '@/components/ui/description-list';
import { Field } from '@/components/ui/field';
import { Textarea } from '@/components/ui/textarea';
import { CheckList } from '@/components/workflow/check-list';
import { Difference } from '@/components/workflow/difference';
import { EvidenceTimeline } from '@/components/workflow/evidence-timeline';
import { RejectFields } from '@/components/workflow/reject-fields';
import { StateBadge } from '@/components/workflow/state-badge';
import { WhoIsNext } from '@/components/workflow/who-is-next';
import { listEvidence } from '@/lib/audit/queries';
import { requireOperator } from '@/lib/auth/session';
import { whoIsNext } from '@/lib/engine/who-is-next';
import { currentLocale, getFormat, getT } from '@/lib/i18n/server';
import { readClock } from '@/lib/records/clock/queries';
import { productApplication } from '@/lib/workflows/product-application/machine';
import { getApplication } from '@/lib/workflows/product-application/queries';

export default async function ReviewApplicationPage({
  params,
}: {
  params: Promise<{ applicationId: string }>;
}) {
  const actor = await requireOperator('productApplication.read');
  const { applicationId } = await params;
  const view = await getApplication(actor, applicationId);
  if (!view) notFound();
  const { row } = view;
  const [t, format, locale, log, { now }] = await Promise.all([
    getT('productApplication'),
    getFormat(),
    currentLocale(),
    listEvidence(actor, 'productApplication', row.id),
    readClock(actor),
  ]);
  const before = view.live ?? view.refused;
  const fields = await comparedView(actor, view, locale, before);
  const checks = checksInOrder(applicationChecks(view, locale));
  const failed = checks.filter(({ result }) => result === 'failed');
  const labelOf = (field: string) =>
    fields.find(({ key }) => key === field)?.label ?? t(`field.${field.split('.')[0]}`);
  const opinion = (
    <Field name="opinion" label={t('review.opinion')} hint={t('review.opinionHint')}>
      <Textarea rows={3} max={2000} />
    </Field>
  );
  return (
    <>
      <DetailPage
        title={row.name}
        badge={<StateBadge noun="productApplication" state={row.state} />}
        description={view.card?.name}
        breadcrumb={[{ label: t('review.queue'), href: '/ops/queue' }]}
        actions={
          <>
            <ButtonLink href={`/ops/applications/${row.id}/preview`}>
              {t('review.preview')}
            </ButtonLink>
            {row.productId && (
              <ButtonLink href={`/ops/products/${row.productId}`}>
                {t('detail.toProduct')}
              </ButtonLink>
            )}
          </>
        }
        next={
          <WhoIsNext
            noun="productApplication"
            next={whoIsNext(productApplication, row, now)}
            now={now}
            me="operations"
          />
        }
        side={
          <>
            <Section
              title={t('review.checks')}
              description={t('review.checksHint', {
                failed: failed.length,
                human: checks.filter(({ result }) => result === 'human').length,
              })}
            >
              <CheckList checks={checks} fold link />
            </Section>
            <Section title={t('detail.log')}>
              <EvidenceTimeline rows={log.filter(({ event }) => event !== 'save')} />
            </Section>
          </>
        }
      >
        {row.state !== 'approved' && row.reasons.length > 0 && (
          <Alert tone="warning" title={t('review.before')}>
            {row.opinion && <p>{row.opinion}</p>}
            <ul className="mt-1 grid gap-1">
              {row.reasons.map(({ rule, field, text }) => (
                <li key={`${rule} ${field} ${text}`}>
                  <a className="link" href={`#field-${field}`}>
                    {labelOf(field)}
                  </a>{' '}
                  <code className="text-[12px]">{rule}</code> {text}
                </li>
              ))}
            </ul>
          </Alert>
        )}
        <Section title={t('detail.about')}>
          <DescriptionList
            columns={3}
            items={[
              { label: t('detail.id'), value: row.id },
              { label: t('list.kind'), value: t(`kind.${row.kind}`) },
              { label: t('list.merchant'), value: view.card?.name },
              { label: t('publish.class'), value: t(`class.${row.class}`) },
              { label: t('publish.deliveryType'), value: t(`deliveryType.${row.deliveryType}`) },
              { label: t('detail.submittedAt'), value: format.dateTime(row.submittedAt) },
            ]}
          />
        </Section>
        <Section title={t(before ? 'detail.changes' : 'detail.content')} flush>
          <Difference
            fields={fields}
            first={!before}
            {...(view.live ? {} : { before: t('review.refused') })}
          />
        </Section>
      </DetailPage>
      <SubjectReview
        actor={actor}
        noun="productApplication"
        subjectId={row.id}
        version={row.version}
        approve={{
          consequences: [
            { label: t('list.merchant'), value: view.card?.name ?? '' },
            {
              label: t('review.effect'),
              value: t(`review.effectOf.${row.kind}`),
            },
            ...(failed.length > 0
              ? [{ label: t('review.failed'), value: uniqueRules(failed) }]
              : []),
          ],
          fields: opinion,
        }}
        reject={{
          intro: t('review.rejectIntro'),
          fields: (
            <>
              <RejectFields
                name="reasons"
                ruleRequired
                fields={fields.map(({ key, label }) => ({ value: key, label }))}
                rules={view.form.rules
                  .filter(({ enabled }) => enabled)
                  .map((rule) => ({
                    value: rule.id,
                    ...(rule.field === 'texts' ? {} : { field: rule.field.split('.')[0] ?? '' }),
                    label: `${rule.id} ${locale === 'en' ? rule.textEn : rule.textZh}`,
                    sentence: locale === 'en' ? rule.textEn : rule.textZh,
                  }))}
                start={failed.map(({ rule, field = '', text }) => ({ rule, field, text }))}
              />
              {opinion}
            </>
          ),
        }}
      />
    </>
  );
}

const uniqueRules = (checks: readonly { rule: string }[]) =>
  [...new Set(checks.map(({ rule }) => rule))].join(' ');
