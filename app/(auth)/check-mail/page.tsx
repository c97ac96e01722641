import Link from 'next/link';
import { AccountForm } from '@/components/account/account-form';
import { AuthCard } from '@/components/account/auth-card';
import { KeptMailNote } from '@/components/account/kept-mail-note';
import { visitor } from '@/lib/auth/session';
import { env } from '@/lib/env';
import { getT } from '@/lib/i18n/server';
import { listParams, type SearchParams } from '@/lib/list/search-params';
import { resendAction } from '../actions';

export async function generateMetadata() {
  return { title: (await getT('account'))('checkMail.title') };
}

const KINDS = ['verify', 'reset', 'resend'];

/** After a mail was asked for; says the same whether or not the address is known. */
export default async function CheckMailPage({ searchParams }: { searchParams: SearchParams }) {
  const [, query, t] = await Promise.all([visitor(), listParams(searchParams), getT('account')]);
  const asked = query.kind ?? 'verify';
  const kind = KINDS.includes(asked) ? asked : 'verify';
  const email = query.email?.slice(0, 200) ?? '';
  return (
    <AuthCard
      title={t(`checkMail.${kind}.title`)}
      description={t(`checkMail.${kind}.description`, { email })}
      links={
        <Link className="link" href="/sign-in">
          {t('checkMail.signIn')}
        </Link>
      }
    >
      {!env().SMTP_URL && <KeptMailNote />}
      {kind !== 'reset' && (
        <AccountForm
          action={resendAction}
          submit={t('checkMail.submit')}
          fields={[
            {
              name: 'email',
              label: t('field.email'),
              type: 'email',
              autoComplete: 'email',
              defaultValue: email,
            },
          ]}
        />
      )}
    </AuthCard>
  );
}
