import { ActionForm } from '@/components/ui/action-form';
import type { FormAction } from '@/components/ui/action-form-client';
import { CloseDialog } from '@/components/ui/close-dialog';
import { DescriptionList } from '@/components/ui/description-list';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextInput } from '@/components/ui/text-input';
import type { TitleKind } from '@/db/schema/invoice-title';
import type { Translate } from '@/lib/i18n/translator';
import type { InvoiceTitle, TitleOwner } from '@/lib/records/invoice-title/queries';

/** Adds or changes a title; which fields there are follows from its kind (money.md 2.3). */
export function TitleDialog({
  kind,
  title,
  owner,
  action,
  t,
  all,
}: {
  kind: TitleKind;
  /** The one that is changed. */
  title?: InvoiceTitle;
  owner: TitleOwner;
  action: FormAction;
  t: Translate;
  all: Translate;
}) {
  const enterprise = kind === 'enterprise';
  const heading = title
    ? t('event.edit')
    : t('page.addKind', { kind: t(`kind.${kind}`).toLowerCase() });
  const special = title?.special;
  return (
    <Dialog
      trigger={title ? t('page.edit') : heading}
      {...(title ? { size: 'sm' as const } : {})}
      title={heading}
      close={all('ui.dialog.close')}
    >
      <ActionForm
        action={action}
        hidden={{ kind, id: title?.id, version: title?.version }}
        success={t('page.saved')}
        resetOnSuccess={!title}
      >
        {enterprise && owner.enterpriseTitles.length > 1 ? (
          <Field name="title" label={t('field.title')} hint={t('page.enterpriseChoice')} required>
            <Select
              defaultValue={title?.title ?? owner.enterpriseTitles[0]}
              options={owner.enterpriseTitles.map((value) => ({ value, label: value }))}
            />
          </Field>
        ) : enterprise ? (
          <div>
            <DescriptionList
              columns={1}
              items={[{ label: t('field.title'), value: owner.realName }]}
            />
            <p className="field__hint">{t('page.enterpriseHint')}</p>
          </div>
        ) : (
          <Field name="title" label={t('field.title')} required>
            <TextInput
              max={100}
              defaultValue={title?.title ?? (kind === 'personal' ? (owner.realName ?? '') : '')}
            />
          </Field>
        )}
        {kind !== 'personal' && (
          <Field
            name="taxId"
            label={t('field.taxId')}
            hint={t('page.taxIdHint')}
            required={enterprise}
          >
            <TextInput
              autoComplete="off"
              defaultValue={title?.taxId ?? (enterprise ? (owner.creditCode ?? '') : '')}
            />
          </Field>
        )}
        {enterprise && (
          <fieldset className="form">
            <legend className="field__label">{t('field.special')}</legend>
            <p className="field__hint">{t('page.specialHint')}</p>
            <Field name="special.address" label={t('field.address')}>
              <TextInput max={200} defaultValue={special?.address} />
            </Field>
            <Field name="special.phone" label={t('field.phone')}>
              <TextInput inputMode="tel" defaultValue={special?.phone} />
            </Field>
            <Field name="special.bankName" label={t('field.bankName')}>
              <TextInput max={100} defaultValue={special?.bankName} />
            </Field>
            <Field name="special.bankAccount" label={t('field.bankAccount')}>
              <TextInput
                inputMode="numeric"
                autoComplete="off"
                defaultValue={special?.bankAccount}
              />
            </Field>
          </fieldset>
        )}
        <div className="dialog__foot">
          <CloseDialog>{all('ui.dialog.cancel')}</CloseDialog>
          <SubmitButton>{t('page.save')}</SubmitButton>
        </div>
      </ActionForm>
    </Dialog>
  );
}
