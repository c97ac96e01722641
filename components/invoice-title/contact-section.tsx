import type { FormAction } from '@/components/ui/action-form-client';
import { Section } from '@/components/ui/card';
import type { ContactKind } from '@/db/schema/invoice-contact';
import type { Translate } from '@/lib/i18n/translator';
import type { InvoiceContact } from '@/lib/records/invoice-contact/queries';
import { ContactDialog } from './contact-dialog';
import { RowActions } from './row-actions';
import { TitleCard } from './title-card';

/** Where invoices go: mailboxes for files, postal addresses for paper. */
export function ContactSection({
  kind,
  contacts,
  add,
  edit,
  remove,
  choose,
  t,
  all,
}: {
  kind: ContactKind;
  contacts: InvoiceContact[];
  add: FormAction;
  edit: FormAction;
  remove: FormAction;
  choose: FormAction;
  t: Translate;
  all: Translate;
}) {
  const words = {
    choose: t('event.choose'),
    chosen: all('invoiceTitle.page.chosen'),
    remove: t('event.remove'),
    removed: all('invoiceTitle.page.removed'),
    intro: t('page.removeIntro'),
  };
  return (
    <Section
      title={t(`kind.${kind}`)}
      description={t(kind === 'post' ? 'page.postHint' : 'page.mailHint')}
      actions={<ContactDialog kind={kind} action={add} t={t} all={all} />}
    >
      {contacts.length === 0 && <p className="text-muted">{t(`page.none.${kind}`)}</p>}
      {contacts.map((contact) => (
        <TitleCard
          key={contact.id}
          name={contact.name}
          defaultWord={contact.isDefault ? t('field.isDefault') : undefined}
          facts={
            kind === 'post'
              ? [
                  { label: t('field.phone'), value: contact.phone },
                  { label: t('field.address'), value: contact.address },
                ]
              : [{ label: t('field.email'), value: contact.email }]
          }
          actions={
            <RowActions row={contact} choose={choose} remove={remove} words={words}>
              <ContactDialog kind={kind} contact={contact} action={edit} t={t} all={all} />
            </RowActions>
          }
        />
      ))}
    </Section>
  );
}
