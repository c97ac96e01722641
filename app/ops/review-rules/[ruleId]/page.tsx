import { notFound } from 'next/navigation';
import { DetailPage } from '@/components/shell/detail-page';
import { ActionForm } from '@/components/ui/action-form';
import { Badge } from '@/components/ui/badge';
import { Section } from '@/components/ui/card';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { DescriptionList } from '@/components/ui/description-list';
import { SubmitButton } from '@/components/ui/submit-button';
import { EvidenceTimeline } from '@/components/workflow/evidence-timeline';
import { listEvidence } from '@/lib/audit/queries';
import { can } from '@/lib/auth/permissions';
import { requireOperator } from '@/lib/auth/session';
import { currentLocale, getT } from '@/lib/i18n/server';
import { listParams, type SearchParams } from '@/lib/list/search-params';
import { fieldKey } from '@/lib/records/review-rule/field-key';
import { listRules } from '@/lib/records/review-rule/queries';
import { tryRule } from '@/lib/records/review-rule/trial';
import { edit, turn } from '../actions';
import { RuleParamFields, RuleTexts } from '../rule-fields';
import { TrialSection } from './trial-section';

const EDITABLE = ['words', 'length', 'richText'] as const;

export default async function ReviewRulePage({
  params,
  searchParams,
}: {
  params: Promise<{ ruleId: string }>;
  searchParams: SearchParams;
}) {
  const actor = await requireOperator('reviewRule.read');
  const { ruleId } = await params;
  const rule = (await listRules(actor)).find(({ id }) => id === ruleId);
  if (!rule) notFound();
  const wanted = (await listParams(searchParams)).try !== undefined;
  // What is about to be switched on is always tried first; what holds already, when asked.
  const trial = !rule.enabled || wanted ? await tryRule(actor, ruleId) : undefined;
  const [t, locale, log] = await Promise.all([
    getT('reviewRule'),
    currentLocale(),
    listEvidence(actor, 'reviewRule', ruleId),
  ]);
  const mayChange = can(actor, 'reviewRule.change');
  const listings = new Set(trial?.failures.map(({ productId }) => productId)).size;
  const verb = t(rule.enabled ? 'event.disable' : 'event.enable');
  const kind = rule.check?.kind;
  const editable = EDITABLE.filter((one) => one === kind);
  return (
    <DetailPage
      title={locale === 'en' ? rule.textEn : rule.textZh}
      breadcrumb={[{ label: t('list.title'), href: '/ops/review-rules' }]}
      badge={
        <Badge tone={rule.enabled ? 'success' : 'neutral'}>
          {t(rule.enabled ? 'state.on' : 'state.off')}
        </Badge>
      }
      description={<code>{rule.id}</code>}
      actions={
        mayChange && (
          <ConfirmDialog
            trigger={verb}
            look="primary"
            danger={rule.enabled}
            title={verb}
            consequences={
              rule.enabled
                ? [{ label: t('confirm.after'), value: t('disable.after') }]
                : [
                    { label: t('confirm.after'), value: t('enable.after') },
                    ...(trial
                      ? [
                          {
                            label: t('confirm.listed'),
                            value: t('enable.listed', { count: listings, of: trial.checked }),
                          },
                        ]
                      : []),
                  ]
            }
            confirm={verb}
            action={turn}
            hidden={{
              id: rule.id,
              version: rule.version,
              enabled: rule.enabled ? 'no' : 'yes',
            }}
            success={t(rule.enabled ? 'disable.done' : 'enable.done')}
          />
        )
      }
      side={
        <Section title={t('detail.log')}>
          {log.length > 0 ? (
            <EvidenceTimeline rows={log} />
          ) : (
            <p className="text-muted">{t('detail.noLog')}</p>
          )}
        </Section>
      }
    >
      <Section title={t('detail.facts')}>
        <DescriptionList
          items={[
            { label: t('field.field'), value: t(`fieldName.${fieldKey(rule.field)}`) },
            { label: t('field.by'), value: kind ? t(`check.${kind}`) : t('by.eyes') },
            ...(kind
              ? [{ label: t('field.severity'), value: t(`severity.${rule.severity}`) }]
              : []),
            { label: t('field.source'), value: t(rule.own ? 'source.own' : 'source.house') },
            { label: t('field.textZh'), value: rule.textZh, wide: true },
            { label: t('field.textEn'), value: rule.textEn, wide: true },
          ]}
        />
      </Section>
      {kind && <TrialSection t={t} ruleId={rule.id} trial={trial} />}
      {mayChange && (
        <Section title={t('event.edit')} description={t('edit.description')}>
          <ActionForm
            key={rule.version}
            action={edit}
            hidden={{ id: rule.id, version: rule.version }}
            success={t('edit.done')}
          >
            <RuleTexts t={t} rule={rule} />
            <RuleParamFields t={t} kinds={[...editable]} params={rule.check?.params ?? {}} />
            {kind && editable.length === 0 && <p className="text-muted">{t('edit.fixed')}</p>}
            <div>
              <SubmitButton look="secondary">{t('edit.save')}</SubmitButton>
            </div>
          </ActionForm>
        </Section>
      )}
    </DetailPage>
  );
}
