import { ActionForm } from '@/components/ui/action-form';
import type { FormAction } from '@/components/ui/action-form-client';
import { CloseDialog } from '@/components/ui/close-dialog';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextInput } from '@/components/ui/text-input';
import { Textarea } from '@/components/ui/textarea';
import type { ContactKind } from '@/db/schema/invoice-contact';
import type { Translate } from '@/lib/i18n/translator';
import type { InvoiceContact } from '@/lib/records/invoice-contact/queries';

/** Adds or changes a postal address or a mailbox for invoices. */
export function ContactDialog({
  kind,
  contact,
  action,
  t,
  all,
}: {
  kind: ContactKind;
  contact?: InvoiceContact;
  action: FormAction;
  t: Translate;
  all: Translate;
}) {
  const heading = contact ? t('event.edit') : t(kind === 'post' ? 'page.addPost' : 'page.addMail');
  return (
    <Dialog trigger={heading} size="sm" title={heading} close={all('ui.dialog.close')}>
      <ActionForm
        action={action}
        hidden={{ kind, id: contact?.id, version: contact?.version }}
        success={all('invoiceTitle.page.saved')}
        resetOnSuccess={!contact}
      >
        <Field name="name" label={t('field.name')} required>
          <TextInput max={60} defaultValue={contact?.name} />
        </Field>
        {kind === 'post' ? (
          <>
            <Field name="phone" label={t('field.phone')} required>
              <TextInput inputMode="tel" defaultValue={contact?.phone ?? ''} />
            </Field>
            <Field name="address" label={t('field.address')} hint={t('page.addressHint')} required>
              <Textarea rows={2} max={200} defaultValue={contact?.address ?? ''} />
            </Field>
          </>
        ) : (
          <Field name="email" label={t('field.email')} required>
            <TextInput type="email" defaultValue={contact?.email ?? ''} />
          </Field>
        )}
        <div className="dialog__foot">
          <CloseDialog>{all('ui.dialog.cancel')}</CloseDialog>
          <SubmitButton>{all('invoiceTitle.page.save')}</SubmitButton>
        </div>
      </ActionForm>
    </Dialog>
  );
}
