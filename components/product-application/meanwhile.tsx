'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import type { SpecDraft } from '@/db/schema/product-application';
import { textOfHtml } from '@/lib/workflows/product/html';
import type { FieldName, Patch } from './merge';
import { SpecSummary } from './spec-summary';
import { useWizard } from './wizard-context';

/**
 * What somebody else saved while this form was open. What both changed is shown side by side, and the person chooses;
 * until then both versions are kept.
 */
export function Meanwhile({
  told,
  conflicts,
  onChoose,
  onClose,
}: {
  /** What others did, in words; empty for something left over in this browser. */
  told: string;
  conflicts: Patch;
  onChoose: (fields: FieldName[], mine: boolean) => void;
  onClose: () => void;
}) {
  const t = useTranslations('productApplication');
  const { data } = useWizard();
  const fields = Object.keys(conflicts) as FieldName[];
  const many = fields.length > 1;
  return (
    <Alert
      tone={fields.length > 0 ? 'warning' : 'info'}
      live
      title={told ? t('wizard.meanwhileTitle') : t('wizard.backupTitle')}
      actions={
        fields.length === 0 ? (
          <Button size="sm" onClick={onClose}>
            {t('wizard.meanwhileClose')}
          </Button>
        ) : (
          many && (
            <>
              <Button size="sm" onClick={() => onChoose(fields, true)}>
                {t('wizard.allMine')}
              </Button>
              <Button size="sm" onClick={() => onChoose(fields, false)}>
                {t('wizard.allTheirs')}
              </Button>
            </>
          )
        )
      }
    >
      {told && <p>{told}</p>}
      <p>
        {fields.length === 0
          ? t('wizard.meanwhileMerged')
          : t(told ? 'wizard.meanwhileText' : 'wizard.backupText')}
      </p>
      {fields.map((field) => (
        <section key={field} className="mt-3" aria-label={t(`field.${field}`)}>
          <h3 className="font-medium">{t(`field.${field}`)}</h3>
          <div className="mt-1 grid gap-3 md:grid-cols-2">
            {([true, false] as const).map((mine) => (
              <div key={String(mine)} className="rounded-md border border-border bg-surface p-3">
                <p className="text-[13px] text-muted">
                  {t(mine ? 'wizard.mine' : 'wizard.theirs')}
                </p>
                <div className="my-2 line-clamp-6 whitespace-pre-line break-words">
                  <InWords value={(mine ? conflicts : data.proposal)[field]} />
                </div>
                <Button size="sm" onClick={() => onChoose([field], mine)}>
                  {t(mine ? 'wizard.takeMine' : 'wizard.takeTheirs')}
                </Button>
              </div>
            ))}
          </div>
        </section>
      ))}
    </Alert>
  );
}

/** A field's value as people know it: files and categories by name, specifications with their prices. */
function InWords({ value }: { value: Patch[FieldName] }): ReactNode {
  const t = useTranslations('productApplication');
  const { data, filesOf } = useWizard();
  const named = new Map([
    ...data.supportGroups.map(({ id, name }) => [id, name] as const),
    ...data.selfChecks.map(({ id, text }) => [id, text] as const),
    ...data.categories.flatMap(({ leaves }) => leaves.map(({ id, name }) => [id, name] as const)),
  ]);
  const say = (one: unknown): string => {
    if (typeof one === 'boolean') return t(one ? 'yes' : 'no');
    if (typeof one === 'number') return String(one);
    if (typeof one === 'string') {
      return named.get(one) ?? filesOf([one])[0]?.name ?? textOfHtml(one);
    }
    if (!one || typeof one !== 'object') return '';
    const parts = 'requirementStep' in one ? [flow(Boolean(one.requirementStep))] : undefined;
    return (parts ?? Object.values(one).map(say)).filter(Boolean).join('\n');
  };
  const flow = (requirementStep: boolean) => t(`flow.${requirementStep ? 'with' : 'without'}`);
  const isSpec = (one: unknown): one is SpecDraft =>
    typeof one === 'object' && one !== null && 'skus' in one;
  if (Array.isArray(value) && value.some(isSpec)) {
    return value.filter(isSpec).map((spec) => <SpecSummary key={spec.key} spec={spec} />);
  }
  return say(value) || '–';
}
