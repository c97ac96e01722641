import Link from 'next/link';
import { AccountForm } from '@/components/account/account-form';
import { AuthCard } from '@/components/account/auth-card';
import { buttonClass } from '@/components/ui/button';
import { visitor } from '@/lib/auth/session';
import { getT } from '@/lib/i18n/server';
import { listParams, type SearchParams } from '@/lib/list/search-params';
import { getVerification } from '@/lib/records/account/verify-email';
import { verifyAction } from '../actions';

export async function generateMetadata() {
  return { title: (await getT('account'))('verify.title') };
}

/** Where the link of the mail leads. A button confirms: programs that open links must not use it up. */
export default async function VerifyEmailPage({ searchParams }: { searchParams: SearchParams }) {
  const [actor, query, t] = await Promise.all([
    visitor(),
    listParams(searchParams),
    getT('account'),
  ]);
  const token = query.token ?? '';
  const found = token ? await getVerification(actor, token) : null;
  if (!found) {
    return (
      <AuthCard title={t('verify.badTitle')} description={t('error.verifyEmail.badToken')}>
        <Link
          href="/check-mail?kind=resend"
          className={buttonClass({ look: 'primary', size: 'lg' })}
        >
          {t('verify.again')}
        </Link>
      </AuthCard>
    );
  }
  return (
    <AuthCard title={t('verify.title')} description={t('verify.description', found)}>
      <AccountForm
        action={verifyAction}
        hidden={{ token }}
        fields={[]}
        submit={t('verify.submit')}
      />
    </AuthCard>
  );
}
