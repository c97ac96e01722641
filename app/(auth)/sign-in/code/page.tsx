import { redirect } from 'next/navigation';
import { AccountForm } from '@/components/account/account-form';
import { AuthCard } from '@/components/account/auth-card';
import { localPath } from '@/lib/auth/local-path';
import { owesCode, visitor } from '@/lib/auth/session';
import { getT } from '@/lib/i18n/server';
import { listParams, type SearchParams } from '@/lib/list/search-params';
import { giveCodeAction, signOutAction } from '../../actions';

export async function generateMetadata() {
  return { title: (await getT('account'))('code.title') };
}

/** Audience: a browser between the password and the one-time code. */
export default async function CodePage({ searchParams }: { searchParams: SearchParams }) {
  const [, query, t] = await Promise.all([visitor(), listParams(searchParams), getT('account')]);
  const next = localPath(query.next);
  if (!(await owesCode())) redirect(`/sign-in${next ? `?next=${encodeURIComponent(next)}` : ''}`);
  return (
    <AuthCard
      title={t('code.title')}
      description={t('code.description')}
      links={
        <form action={signOutAction}>
          <button type="submit" className="link">
            {t('code.cancel')}
          </button>
        </form>
      }
    >
      <AccountForm
        action={giveCodeAction}
        hidden={next ? { next } : {}}
        submit={t('code.submit')}
        fields={[
          {
            name: 'code',
            label: t('field.code'),
            autoComplete: 'one-time-code',
            hint: t('code.hint'),
          },
        ]}
      />
    </AuthCard>
  );
}
