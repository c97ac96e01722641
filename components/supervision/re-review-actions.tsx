import type { FormAction } from '@/components/ui/action-form-client';
import { Checkbox } from '@/components/ui/checkbox';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { Field } from '@/components/ui/field';
import { Textarea } from '@/components/ui/textarea';
import { getT } from '@/lib/i18n/server';
import type { SupervisionDetail } from '@/lib/workflows/supervision/queries';
import { ReasonDialog } from './reason-dialog';

/** The platform's re-review: every item of the record's rule, then pass or refuse (service-supervision.md 2.2). */
export async function ReReviewActions({
  detail,
  pass,
  refuse,
}: {
  detail: SupervisionDetail;
  pass: FormAction;
  refuse: FormAction;
}) {
  const t = await getT('supervision');
  const { row } = detail;
  const hidden = { id: row.id, version: row.version };
  const items = (
    <Field name="checks[]" label={t('dialog.checks')} group>
      {row.demands.checks.map((key) => (
        <Checkbox key={key} value={key}>
          {t(`check.${key}`)}
        </Checkbox>
      ))}
    </Field>
  );
  return (
    <>
      <ReasonDialog
        event="refuseReReview"
        action={refuse}
        hidden={hidden}
        consequences={[{ label: t('dialog.then'), value: t('dialog.refuseReReview.then') }]}
      >
        {items}
      </ReasonDialog>
      <ConfirmDialog
        look="primary"
        trigger={t('event.passReReview')}
        title={t('dialog.passReReview.title')}
        intro={t('dialog.passReReview.intro')}
        confirm={t('event.passReReview')}
        success={t('dialog.passReReview.success')}
        action={pass}
        hidden={hidden}
        consequences={[{ label: t('dialog.then'), value: t('dialog.passReReview.then') }]}
      >
        {items}
        <Field name="note" label={t('field.note')}>
          <Textarea max={1000} rows={2} />
        </Field>
      </ConfirmDialog>
    </>
  );
}
