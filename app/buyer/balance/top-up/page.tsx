import { randomBytes } from 'node:crypto';
import { ListPage } from '@/components/shell/list-page';
import { ProviderForm } from '@/components/top-up/provider-form';
import { TransferForm } from '@/components/top-up/transfer-form';
import { requireBuyer } from '@/lib/auth/session';
import { getFormat, getT } from '@/lib/i18n/server';
import { listParams, type SearchParams } from '@/lib/list/search-params';
import { getTopUpTerms } from '@/lib/workflows/top-up/queries';
import { request, start } from '../actions';

const newKey = () => randomBytes(18).toString('base64url');

export default async function TopUpPage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireBuyer();
  const { amount } = await listParams(searchParams);
  const [t, format, terms] = await Promise.all([getT('topUp'), getFormat(), getTopUpTerms(actor)]);
  const shared = {
    terms,
    t,
    format,
    amount: /^\d{1,13}(\.\d{1,2})?$/.test(amount ?? '') ? amount : undefined,
  };
  return (
    <ListPage title={t('page.newTitle')} description={t('page.newLead')}>
      <div className="grid items-start gap-4 xl:grid-cols-2">
        <TransferForm {...shared} action={request} requestKey={newKey()} />
        {terms.provider && <ProviderForm {...shared} action={start} requestKey={newKey()} />}
      </div>
    </ListPage>
  );
}
