import type { Metadata } from 'next';
import { ContactSection } from '@/components/invoice-title/contact-section';
import { TitleSection } from '@/components/invoice-title/title-section';
import { PageHeader } from '@/components/shell/page-header';
import { requireBuyer } from '@/lib/auth/session';
import { getT } from '@/lib/i18n/server';
import { listInvoiceContacts } from '@/lib/records/invoice-contact/queries';
import { getTitleOwner, listInvoiceTitles } from '@/lib/records/invoice-title/queries';
import * as actions from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('invoiceTitle'))('title') };
}

/** Buyer centre > Invoice titles: what invoices say of the customer, and where they go. */
export default async function Page() {
  const actor = await requireBuyer();
  const [t, contactWords, all, owner, titles, contacts] = await Promise.all([
    getT('invoiceTitle'),
    getT('invoiceContact'),
    getT(),
    getTitleOwner(actor),
    listInvoiceTitles(actor),
    listInvoiceContacts(actor),
  ]);
  return (
    <>
      <PageHeader
        title={t('title')}
        breadcrumb={[{ label: all('invoice.title'), href: '/buyer/invoices' }]}
        description={t('about')}
      />
      <div className="grid gap-4">
        <TitleSection
          titles={titles}
          owner={owner}
          add={actions.addTitle}
          edit={actions.editTitle}
          remove={actions.removeTitle}
          choose={actions.chooseTitle}
          t={t}
          all={all}
        />
        {(['mail', 'post'] as const).map((kind) => (
          <ContactSection
            key={kind}
            kind={kind}
            contacts={contacts.filter((contact) => contact.kind === kind)}
            add={actions.addContact}
            edit={actions.editContact}
            remove={actions.removeContact}
            choose={actions.chooseContact}
            t={contactWords}
            all={all}
          />
        ))}
      </div>
    </>
  );
}
