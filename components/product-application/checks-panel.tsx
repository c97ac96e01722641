'use client';

import { useTranslations } from 'next-intl';
import { Section } from '@/components/ui/card';
import { CheckList } from '@/components/workflow/check-list';
import { type Step, stepOf } from '@/lib/workflows/product-application/form/limits';
import type { Judgement } from './complaints';
import type { WizardData } from './wizard-data';

const stepOfRule = (field: string): Step =>
  field === 'texts' ? 'basic' : stepOf(field.replace('.*', ''));

/** The review rules of this page: what fails, what passes, what the reviewer will look at. */
export function ChecksPanel({
  data,
  judgement,
  step,
}: {
  data: WizardData;
  judgement: Judgement;
  step: Step;
}) {
  const t = useTranslations('productApplication.wizard');
  const here = data.rules.filter((rule) => rule.enabled && stepOfRule(rule.field) === step);
  const checks = here.map((rule) => {
    const results = judgement.rules.filter((one) => one.ruleId === rule.id);
    const failed = results.find((one) => one.status === 'failed');
    const text = data.locale === 'en' ? rule.textEn : rule.textZh;
    const words = failed?.found && failed.found !== '0' ? ` (${failed.found.slice(0, 40)})` : '';
    return {
      rule: rule.id,
      text: failed ? text + words : text,
      result: failed ? ('failed' as const) : rule.check ? ('passed' as const) : ('human' as const),
    };
  });
  const order = { failed: 0, human: 1, passed: 2 };
  checks.sort((a, b) => order[a.result] - order[b.result]);
  return (
    <Section title={t('checks')} description={t('checksHint')}>
      <CheckList checks={checks} />
    </Section>
  );
}
