import Link from 'next/link';
import { redirect } from 'next/navigation';
import { AccountForm } from '@/components/account/account-form';
import { AgreementTick } from '@/components/account/agreement-tick';
import { AuthCard } from '@/components/account/auth-card';
import { visitor } from '@/lib/auth/session';
import { currentLocale, getT } from '@/lib/i18n/server';
import { getCurrentAgreement } from '@/lib/records/agreement/queries';
import { signUpAction } from '../actions';

export async function generateMetadata() {
  return { title: (await getT('account'))('signUp.title') };
}

export default async function SignUpPage() {
  const [actor, t, locale] = await Promise.all([visitor(), getT('account'), currentLocale()]);
  if (actor.kind === 'buyer') redirect('/account');
  const agreement = await getCurrentAgreement(actor, 'registration');
  return (
    <AuthCard
      title={t('signUp.title')}
      description={t('signUp.description')}
      links={
        <Link className="link" href="/sign-in">
          {t('signUp.signIn')}
        </Link>
      }
    >
      <AccountForm
        action={signUpAction}
        hidden={{ locale, ...(agreement ? { agreementId: agreement.id } : {}) }}
        submit={t('signUp.submit')}
        fields={[
          { name: 'name', label: t('field.name'), autoComplete: 'name' },
          { name: 'email', label: t('field.email'), type: 'email', autoComplete: 'email' },
          {
            name: 'phone',
            label: t('field.phone'),
            type: 'tel',
            autoComplete: 'tel',
            hint: t('hint.phone'),
          },
          {
            name: 'password',
            label: t('field.password'),
            type: 'password',
            autoComplete: 'new-password',
            hint: t('hint.password'),
          },
        ]}
        tick={{
          name: 'agreement',
          label: agreement?.title[locale] ?? t('signUp.agreement'),
          words: (
            <AgreementTick
              words={t('signUp.agree')}
              title={agreement?.title[locale] ?? t('signUp.agreement')}
              href={agreement ? `/agreements/${agreement.id}` : undefined}
            />
          ),
        }}
      />
    </AuthCard>
  );
}
