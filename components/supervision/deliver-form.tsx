import { ActionForm } from '@/components/ui/action-form';
import type { FormAction } from '@/components/ui/action-form-client';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { ConfirmSubmit } from '@/components/ui/confirm-submit';
import { DateTimeInput } from '@/components/ui/date-time-input';
import { Field } from '@/components/ui/field';
import { Textarea } from '@/components/ui/textarea';
import { toDateTimeInput } from '@/lib/i18n/format';
import { getFormat, getT } from '@/lib/i18n/server';
import type { SupervisionDetail } from '@/lib/workflows/supervision/queries';
import type { UploadRules } from '@/lib/workflows/supervision/upload-rules';
import { DocumentFields } from './document-fields';
import { ReturnedNotice } from './returned-notice';
import { TemplateLink } from './template-link';

/** The merchant's delivery proof: result, actual enabling time and the documents the record asks for (section 5). */
export async function DeliverForm({
  detail,
  action,
  rules,
}: {
  detail: SupervisionDetail;
  action: FormAction;
  rules: UploadRules;
}) {
  const [t, format] = await Promise.all([getT('supervision'), getFormat()]);
  const { row, order, lines, rounds, now } = detail;
  const last = rounds.find(({ round }) => round.kind === 'delivery');
  const back = `/merchant/supervision/${row.id}`;
  const period = lines[0] && lines[0].billing !== 'oneTime';
  return (
    <Card>
      <ActionForm
        action={action}
        hidden={{ id: row.id, version: row.version }}
        draftKey={`deliver-${row.id}-${row.deliveryRound}`}
        success={t('form.deliverySent')}
        redirectTo={back}
      >
        <ReturnedNotice detail={detail} />
        <TemplateLink kind="deliveryTemplate" fileId={row.deliveryTemplateFileId} />
        <Field
          name="description"
          label={t('field.description')}
          hint={t('form.descriptionHint')}
          required={row.demands.description}
        >
          <Textarea max={5000} rows={6} defaultValue={last?.round.text} />
        </Field>
        <Field
          name="enabledAt"
          label={t('field.enabledAt')}
          hint={t(period ? 'form.enabledAtPeriod' : 'form.enabledAtOnce', {
            paidAt: format.dateTime(row.paidAt),
          })}
        >
          <DateTimeInput
            defaultValue={last?.round.enabledAt ? toDateTimeInput(last.round.enabledAt) : ''}
            min={toDateTimeInput(row.paidAt)}
            max={toDateTimeInput(now)}
          />
        </Field>
        <DocumentFields demands={row.demands.delivery} rules={rules} last={last} />
        <div className="flex flex-wrap gap-2">
          <ConfirmSubmit
            trigger={t('operation.delivery')}
            title={t('dialog.deliver.title')}
            intro={t('dialog.deliver.intro')}
            confirm={t('operation.delivery')}
            consequences={[
              {
                label: t('dialog.then'),
                value: t(row.reReview ? 'dialog.deliver.reReview' : 'dialog.deliver.then', {
                  buyer: row.buyerName,
                }),
              },
              {
                label: t('dialog.money'),
                value: t('dialog.deliver.money', { amount: format.money(order.amount) }),
              },
            ]}
          />
          <ButtonLink href={back}>{t('form.back')}</ButtonLink>
        </div>
      </ActionForm>
    </Card>
  );
}
