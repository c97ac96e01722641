import Link from 'next/link';
import { AccountForm } from '@/components/account/account-form';
import { AuthCard } from '@/components/account/auth-card';
import { visitor } from '@/lib/auth/session';
import { getT } from '@/lib/i18n/server';
import { forgotAction } from '../actions';

export async function generateMetadata() {
  return { title: (await getT('account'))('forgot.title') };
}

export default async function ForgotPasswordPage() {
  const [, t] = await Promise.all([visitor(), getT('account')]);
  return (
    <AuthCard
      title={t('forgot.title')}
      description={t('forgot.description')}
      links={
        <Link className="link" href="/sign-in">
          {t('checkMail.signIn')}
        </Link>
      }
    >
      <AccountForm
        action={forgotAction}
        submit={t('forgot.submit')}
        fields={[
          { name: 'email', label: t('field.email'), type: 'email', autoComplete: 'username' },
        ]}
      />
    </AuthCard>
  );
}
