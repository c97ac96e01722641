import { ActionForm } from '@/components/ui/action-form';
import type { FormAction } from '@/components/ui/action-form-client';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { ConfirmSubmit } from '@/components/ui/confirm-submit';
import { Field } from '@/components/ui/field';
import { Textarea } from '@/components/ui/textarea';
import { getFormat, getT } from '@/lib/i18n/server';
import type { SupervisionDetail } from '@/lib/workflows/supervision/queries';
import type { UploadRules } from '@/lib/workflows/supervision/upload-rules';
import { DocumentFields } from './document-fields';
import { ReturnedNotice } from './returned-notice';
import { TemplateLink } from './template-link';

/** The buyer's requirement: words and the agreed document, asked once more before it goes (section 5). */
export async function RequirementForm({
  detail,
  action,
  rules,
}: {
  detail: SupervisionDetail;
  action: FormAction;
  rules: UploadRules;
}) {
  const [t, format] = await Promise.all([getT('supervision'), getFormat()]);
  const { row, order, rounds } = detail;
  const last = rounds.find(({ round }) => round.kind === 'requirement');
  const back = `/buyer/supervision/${row.id}`;
  return (
    <Card>
      <ActionForm
        action={action}
        hidden={{ id: row.id, version: row.version }}
        draftKey={`requirement-${row.id}-${row.requirementRound}`}
        success={t('form.requirementSent')}
        redirectTo={back}
      >
        <ReturnedNotice detail={detail} />
        <TemplateLink kind="requirementTemplate" fileId={row.requirementTemplateFileId} />
        <Field name="text" label={t('field.requirement')} hint={t('form.requirementHint')} required>
          <Textarea max={5000} rows={8} defaultValue={last?.round.text} />
        </Field>
        <DocumentFields demands={row.demands.requirement} rules={rules} last={last} />
        <div className="flex flex-wrap gap-2">
          <ConfirmSubmit
            trigger={t('event.submitRequirement')}
            title={t('dialog.submitRequirement.title')}
            intro={t('dialog.submitRequirement.intro')}
            confirm={t('event.submitRequirement')}
            consequences={[
              {
                label: t('dialog.then'),
                value: t('dialog.submitRequirement.then', { merchant: row.merchantName }),
              },
              {
                label: t('dialog.money'),
                value: t('dialog.held', { amount: format.money(order.amount) }),
              },
            ]}
          />
          <ButtonLink href={back}>{t('form.back')}</ButtonLink>
        </div>
      </ActionForm>
    </Card>
  );
}
