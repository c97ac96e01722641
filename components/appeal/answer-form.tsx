import { ActionForm } from '@/components/ui/action-form';
import type { FormAction } from '@/components/ui/action-form-client';
import { Alert } from '@/components/ui/alert';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { ConfirmSubmit } from '@/components/ui/confirm-submit';
import { Field } from '@/components/ui/field';
import { Textarea } from '@/components/ui/textarea';
import { getFormat, getT } from '@/lib/i18n/server';
import type { AppealDetail, AppealRequest } from '@/lib/workflows/appeal/queries';
import { type AppealUpload, DocumentInputs } from './document-inputs';

/** A side's answer to what the arbiter asked for. */
export async function AnswerForm({
  detail: { row },
  request,
  portal,
  action,
  uploads,
}: {
  detail: AppealDetail;
  request: AppealRequest;
  portal: 'buyer' | 'merchant';
  action: FormAction;
  uploads: readonly AppealUpload[];
}) {
  const [t, format] = await Promise.all([getT('appeal'), getFormat()]);
  const back = `/${portal}/appeals/${row.id}`;
  return (
    <Card>
      <ActionForm
        action={action}
        hidden={{ id: row.id, version: row.version }}
        draftKey={`appeal-answer-${request.id}`}
        success={t('form.answerSent')}
        redirectTo={back}
      >
        <Alert title={t('form.asked')}>
          <p className="break-words whitespace-pre-line">{request.text}</p>
          <p className="num mt-1 text-[13px]">
            {t('detail.answerBy', { at: format.dateTime(request.answerBy) })}
          </p>
        </Alert>
        <Field name="text" label={t('field.answer')} hint={t('form.answerHint')} required>
          <Textarea max={5000} rows={8} />
        </Field>
        <DocumentInputs uploads={uploads} />
        <div className="flex flex-wrap gap-2">
          <ConfirmSubmit
            trigger={t('form.answer')}
            title={t('dialog.answer.title')}
            intro={t('dialog.answer.intro')}
            confirm={t('form.answer')}
            consequences={[
              { label: t('dialog.then'), value: t('dialog.answer.then') },
              {
                label: t('dialog.money'),
                value: t('dialog.answer.money', { amount: format.money(row.paid) }),
              },
            ]}
          />
          <ButtonLink href={back}>{t('form.back')}</ButtonLink>
        </div>
      </ActionForm>
    </Card>
  );
}
