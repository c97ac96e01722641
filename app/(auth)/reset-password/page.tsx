import Link from 'next/link';
import { AccountForm } from '@/components/account/account-form';
import { AuthCard } from '@/components/account/auth-card';
import { buttonClass } from '@/components/ui/button';
import { visitor } from '@/lib/auth/session';
import { getT } from '@/lib/i18n/server';
import { listParams, type SearchParams } from '@/lib/list/search-params';
import { isResetLinkUsable } from '@/lib/records/account/reset-password';
import { resetAction } from '../actions';

export async function generateMetadata() {
  return { title: (await getT('account'))('reset.title') };
}

export default async function ResetPasswordPage({ searchParams }: { searchParams: SearchParams }) {
  const [actor, query, t] = await Promise.all([
    visitor(),
    listParams(searchParams),
    getT('account'),
  ]);
  const token = query.token ?? '';
  if (!token || !(await isResetLinkUsable(actor, token))) {
    return (
      <AuthCard title={t('reset.badTitle')} description={t('error.resetPassword.badToken')}>
        <Link href="/forgot-password" className={buttonClass({ look: 'primary', size: 'lg' })}>
          {t('reset.again')}
        </Link>
      </AuthCard>
    );
  }
  return (
    <AuthCard title={t('reset.title')} description={t('reset.description')}>
      <AccountForm
        action={resetAction}
        hidden={{ token }}
        submit={t('reset.submit')}
        fields={[
          {
            name: 'password',
            label: t('field.newPassword'),
            type: 'password',
            autoComplete: 'new-password',
            hint: t('hint.password'),
          },
        ]}
      />
    </AuthCard>
  );
}
