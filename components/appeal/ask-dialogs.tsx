import type { FormAction } from '@/components/ui/action-form-client';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { Field } from '@/components/ui/field';
import { NumberInput } from '@/components/ui/number-input';
import { Textarea } from '@/components/ui/textarea';
import { getT } from '@/lib/i18n/server';
import type { AppealDetail } from '@/lib/workflows/appeal/queries';

/** Asks either side for more, with a time to answer. */
export async function AskDialogs({
  detail: { row },
  days,
  actions,
}: {
  detail: AppealDetail;
  days: number;
  actions: Record<'askBuyer' | 'askMerchant', FormAction>;
}) {
  const t = await getT('appeal');
  return (['askBuyer', 'askMerchant'] as const).map((event) => (
    <ConfirmDialog
      key={event}
      trigger={t(`dialog.${event}.trigger`)}
      title={t(`dialog.${event}.title`)}
      intro={t(`dialog.${event}.intro`)}
      confirm={t(`dialog.${event}.trigger`)}
      success={t(`dialog.${event}.success`)}
      action={actions[event]}
      hidden={{ id: row.id, version: row.version }}
      consequences={[
        {
          label: t('dialog.then'),
          value: t(`dialog.${event}.then`, {
            name: event === 'askBuyer' ? row.buyerName : row.merchantName,
          }),
        },
      ]}
    >
      <Field name="text" label={t('field.text')} hint={t('dialog.askHint')} required>
        <Textarea max={2000} rows={5} />
      </Field>
      <Field
        name="workingDays"
        label={t('field.workingDays')}
        hint={t('dialog.daysHint', { days })}
      >
        <NumberInput />
      </Field>
    </ConfirmDialog>
  ));
}

/** Takes back what a side was asked for. */
export async function RecallDialog({
  detail: { row },
  action,
}: {
  detail: AppealDetail;
  action: FormAction;
}) {
  const t = await getT('appeal.dialog');
  return (
    <ConfirmDialog
      trigger={t('recall.trigger')}
      title={t('recall.title')}
      intro={t('recall.intro')}
      confirm={t('recall.trigger')}
      success={t('recall.success')}
      action={action}
      hidden={{ id: row.id, version: row.version }}
      consequences={[{ label: t('then'), value: t('recall.then') }]}
    />
  );
}
