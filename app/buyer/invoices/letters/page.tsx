import type { Metadata } from 'next';
import { LetterList } from '@/components/letter/letter-list';
import { requireBuyer } from '@/lib/auth/session';
import { getFormat, getT } from '@/lib/i18n/server';
import { COUNT_CAP } from '@/lib/list/keyset';
import { exportHref, listParams, pageLinks, type SearchParams } from '@/lib/list/search-params';
import { countLetters, letterFilters, listLetters } from '@/lib/records/letter/queries';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('letter'))('title') };
}

/** Buyer centre > Invoices > explanation letters. */
export default async function Page({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireBuyer();
  const values = await listParams(searchParams);
  const filters = letterFilters.parse(values);
  const [t, invoiceWords, all, format, page, count] = await Promise.all([
    getT('letter'),
    getT('invoice'),
    getT(),
    getFormat(),
    listLetters(actor, filters, values.after),
    countLetters(actor, filters),
  ]);
  return (
    <LetterList
      t={t}
      invoiceWords={invoiceWords}
      all={all}
      format={format}
      values={values}
      letters={page.rows}
      total={format.count(count, count >= COUNT_CAP)}
      links={pageLinks('/buyer/invoices/letters', values, page.next)}
      exportHref={exportHref('buyer-letters', values)}
    />
  );
}
