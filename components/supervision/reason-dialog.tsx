import type { FormAction } from '@/components/ui/action-form-client';
import { ConfirmDialog, type Consequence } from '@/components/ui/confirm-dialog';
import { Field } from '@/components/ui/field';
import { Textarea } from '@/components/ui/textarea';
import { getT } from '@/lib/i18n/server';

/** A refusal with its reason: what is sent back, to whom, and that no money moves. */
export async function ReasonDialog({
  event,
  action,
  hidden,
  consequences,
}: {
  event: 'rejectRequirement' | 'reject';
  action: FormAction;
  hidden: Record<string, string | number>;
  consequences: Consequence[];
}) {
  const t = await getT('supervision');
  return (
    <ConfirmDialog
      danger
      trigger={t(`event.${event}`)}
      title={t(`dialog.${event}.title`)}
      intro={t(`dialog.${event}.intro`)}
      confirm={t(`event.${event}`)}
      success={t(`dialog.${event}.success`)}
      action={action}
      hidden={hidden}
      consequences={consequences}
    >
      <Field name="reason" label={t('field.reason')} hint={t(`dialog.${event}.hint`)} required>
        <Textarea max={1000} rows={4} />
      </Field>
    </ConfirmDialog>
  );
}
