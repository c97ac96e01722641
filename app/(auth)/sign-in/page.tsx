import Link from 'next/link';
import { redirect } from 'next/navigation';
import { AccountForm } from '@/components/account/account-form';
import { AuthCard } from '@/components/account/auth-card';
import { ProviderButton } from '@/components/account/provider-button';
import { Alert } from '@/components/ui/alert';
import { localPath } from '@/lib/auth/local-path';
import { owesCode, visitor } from '@/lib/auth/session';
import { env } from '@/lib/env';
import { getT } from '@/lib/i18n/server';
import { listParams, type SearchParams } from '@/lib/list/search-params';
import { signInAction } from '../actions';

export async function generateMetadata() {
  return { title: (await getT('account'))('signIn.title') };
}

const DONE = ['verified', 'reset', 'changed'];

export default async function SignInPage({ searchParams }: { searchParams: SearchParams }) {
  const [actor, query, t] = await Promise.all([
    visitor(),
    listParams(searchParams),
    getT('account'),
  ]);
  const next = localPath(query.next);
  const onward = next ? `?next=${encodeURIComponent(next)}` : '';
  if (await owesCode()) redirect(`/sign-in/code${onward}`);
  if (actor.kind === 'buyer') redirect(next ?? '/account');
  const done = query.done;
  const refusal = query.refused ?? (query.error ? 'provider' : undefined);
  const refusalKey = `error.signIn.${refusal}`;
  const { OIDC_ISSUER, OIDC_NAME } = env();
  return (
    <AuthCard
      title={t('signIn.title')}
      links={
        <>
          <Link className="link" href="/forgot-password">
            {t('signIn.forgot')}
          </Link>
          <Link className="link" href="/sign-up">
            {t('signIn.signUp')}
          </Link>
          <Link className="link" href="/check-mail?kind=resend">
            {t('signIn.resend')}
          </Link>
        </>
      }
    >
      {done && DONE.includes(done) && <Alert tone="success">{t(`signIn.done.${done}`)}</Alert>}
      {refusal && (
        <Alert tone="danger">{t(t.has(refusalKey) ? refusalKey : 'error.signIn.provider')}</Alert>
      )}
      <AccountForm
        action={signInAction}
        hidden={next ? { next } : {}}
        submit={t('signIn.submit')}
        fields={[
          { name: 'email', label: t('field.email'), type: 'email', autoComplete: 'username' },
          {
            name: 'password',
            label: t('field.password'),
            type: 'password',
            autoComplete: 'current-password',
          },
        ]}
      />
      {OIDC_ISSUER && (
        <ProviderButton
          label={t('signIn.provider', { name: OIDC_NAME })}
          callbackUrl={next ?? '/account'}
        />
      )}
    </AuthCard>
  );
}
