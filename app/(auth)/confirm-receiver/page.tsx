import { AuthCard } from '@/components/account/auth-card';
import { ActionForm } from '@/components/ui/action-form';
import { SubmitButton } from '@/components/ui/submit-button';
import { visitor } from '@/lib/auth/session';
import { getT } from '@/lib/i18n/server';
import { listParams, type SearchParams } from '@/lib/list/search-params';
import { getReceiverLink } from '@/lib/records/message-receiver/verify';
import { confirm } from './actions';

export async function generateMetadata() {
  return { title: (await getT('messageReceiver'))('confirm.title') };
}

/** Where the link to a new receiver of messages leads; a button confirms, opening it alone does not. */
export default async function ConfirmReceiverPage({
  searchParams,
}: {
  searchParams: SearchParams;
}) {
  const [actor, query, t] = await Promise.all([
    visitor(),
    listParams(searchParams),
    getT('messageReceiver'),
  ]);
  if (query.done) {
    return (
      <AuthCard title={t('confirm.doneTitle')} description={t('confirm.done')}>
        {null}
      </AuthCard>
    );
  }
  const token = query.token ?? '';
  const found = token ? await getReceiverLink(actor, token) : null;
  if (!found) {
    return (
      <AuthCard title={t('confirm.badTitle')} description={t('error.badLink')}>
        {null}
      </AuthCard>
    );
  }
  const { name, email, merchantName: merchant } = found;
  return (
    <AuthCard
      title={t('confirm.title')}
      description={t('confirm.description', { name, email, merchant })}
    >
      <ActionForm action={confirm} hidden={{ token }}>
        <SubmitButton size="lg" fullWidth>
          {t('confirm.submit')}
        </SubmitButton>
      </ActionForm>
    </AuthCard>
  );
}
