import Link from 'next/link';
import { AccountForm } from '@/components/account/account-form';
import { AgreementTick } from '@/components/account/agreement-tick';
import { AuthCard } from '@/components/account/auth-card';
import { ActionForm } from '@/components/ui/action-form';
import { Alert } from '@/components/ui/alert';
import { buttonClass } from '@/components/ui/button-class';
import { SubmitButton } from '@/components/ui/submit-button';
import { visitor } from '@/lib/auth/session';
import { currentLocale, getT } from '@/lib/i18n/server';
import { listParams, type SearchParams } from '@/lib/list/search-params';
import { getOwnAccount } from '@/lib/records/account/queries';
import { getCurrentAgreement } from '@/lib/records/agreement/queries';
import { getInvitation } from '@/lib/records/member/accept';
import { acceptAction, acceptNewAction, signOutToAction } from './actions';

export async function generateMetadata() {
  return { title: (await getT('member'))('invite.title') };
}

/** Where an invitation's link leads: accept with the account at hand, sign in first, or make an account. */
export default async function InvitationPage({ searchParams }: { searchParams: SearchParams }) {
  const [actor, query, t] = await Promise.all([
    visitor(),
    listParams(searchParams),
    getT('member'),
  ]);
  const token = query.token ?? '';
  const invitation = token ? await getInvitation(actor, token) : null;
  if (!invitation) {
    return (
      <AuthCard title={t('join.badTitle')} description={t('join.bad')}>
        <Link href="/" className={buttonClass({ size: 'lg' })}>
          {t('join.home')}
        </Link>
      </AuthCard>
    );
  }
  const { email, merchantName: merchant, hasAccount } = invitation;
  const here = `/invitation?token=${encodeURIComponent(token)}`;
  const head = {
    title: t('join.title', { merchant }),
    description: t('join.description', { email, merchant }),
  };
  const account = await getOwnAccount(actor);
  if (account) {
    return (
      <AuthCard {...head}>
        {account.email === email ? (
          <ActionForm action={acceptAction} hidden={{ token }}>
            <SubmitButton size="lg" fullWidth>
              {t('join.accept')}
            </SubmitButton>
          </ActionForm>
        ) : (
          <>
            <Alert tone="warning">{t('join.other', { current: account.email, email })}</Alert>
            <ActionForm action={signOutToAction} hidden={{ next: here }}>
              <SubmitButton look="outline" size="lg" fullWidth>
                {t('join.signOut')}
              </SubmitButton>
            </ActionForm>
          </>
        )}
      </AuthCard>
    );
  }
  if (hasAccount) {
    return (
      <AuthCard {...head}>
        <p>{t('join.have')}</p>
        <Link
          href={`/sign-in?next=${encodeURIComponent(here)}`}
          className={buttonClass({ look: 'primary', size: 'lg' })}
        >
          {t('join.signIn')}
        </Link>
      </AuthCard>
    );
  }
  const [words, locale, agreement] = await Promise.all([
    getT('account'),
    currentLocale(),
    getCurrentAgreement(actor, 'registration'),
  ]);
  const agreementName = agreement?.title[locale] ?? words('signUp.agreement');
  return (
    <AuthCard {...head}>
      <p>{t('join.create')}</p>
      <AccountForm
        action={acceptNewAction}
        hidden={{ token, locale, ...(agreement ? { agreementId: agreement.id } : {}) }}
        submit={t('join.submit')}
        fields={[
          { name: 'name', label: words('field.name'), autoComplete: 'name' },
          {
            name: 'phone',
            label: words('field.phone'),
            type: 'tel',
            autoComplete: 'tel',
            hint: words('hint.phone'),
          },
          {
            name: 'password',
            label: words('field.password'),
            type: 'password',
            autoComplete: 'new-password',
            hint: words('hint.password'),
          },
        ]}
        tick={{
          name: 'agreement',
          label: agreementName,
          words: (
            <AgreementTick
              words={words('signUp.agree')}
              title={agreementName}
              href={agreement ? `/agreements/${agreement.id}` : undefined}
            />
          ),
        }}
      />
    </AuthCard>
  );
}
