import { AccountPage } from '@/components/account/account-page';
import { ActionForm } from '@/components/ui/action-form';
import { Alert } from '@/components/ui/alert';
import { Badge } from '@/components/ui/badge';
import { Section } from '@/components/ui/card';
import { Field } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextInput } from '@/components/ui/text-input';
import { requireBuyer } from '@/lib/auth/session';
import { getT } from '@/lib/i18n/server';
import { listParams, type SearchParams } from '@/lib/list/search-params';
import { getOwnAccount } from '@/lib/records/account/queries';
import { beginTotp } from '@/lib/records/totp/commands';
import { countRecoveryCodes } from '@/lib/records/totp/queries';
import { savePassword } from '../actions';
import { freshCodes } from '../fresh-codes';
import { FreshCodes, TurnedOn, TurnOn } from './second-factor';

export async function generateMetadata() {
  return { title: (await getT('account'))('tab.security') };
}

export default async function SecurityPage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireBuyer();
  const [account, t, query] = await Promise.all([
    getOwnAccount(actor),
    getT('account'),
    listParams(searchParams),
  ]);
  if (!account) return null;
  const setup = account.totpConfirmedAt ? null : await beginTotp(actor);
  const codes = account.totpConfirmedAt ? await freshCodes(account.id) : [];
  const left = account.totpConfirmedAt ? await countRecoveryCodes(actor) : 0;
  return (
    <AccountPage tab="security">
      {query.required && setup && (
        <Alert tone="warning" title={t('totp.requiredTitle')}>
          {t('totp.requiredText')}
        </Alert>
      )}
      {codes.length === 0 && (
        <Section title={t('password.title')} description={t('password.description')}>
          {account.hasPassword ? (
            <ActionForm action={savePassword} success={t('password.saved')} resetOnSuccess>
              <Field name="current" label={t('field.currentPassword')} required>
                <TextInput type="password" autoComplete="current-password" />
              </Field>
              <Field
                name="password"
                label={t('field.newPassword')}
                hint={t('hint.password')}
                required
              >
                <TextInput type="password" autoComplete="new-password" />
              </Field>
              <div>
                <SubmitButton>{t('password.save')}</SubmitButton>
              </div>
            </ActionForm>
          ) : (
            <p>
              {t('password.none')}{' '}
              <a className="link" href="/forgot-password">
                {t('password.set')}
              </a>
            </p>
          )}
        </Section>
      )}
      <Section
        id="totp"
        title={t('totp.title')}
        description={t('totp.description')}
        actions={
          <Badge tone={account.totpConfirmedAt ? 'success' : 'neutral'}>
            {t(account.totpConfirmedAt ? 'totp.on' : 'totp.off')}
          </Badge>
        }
      >
        {codes.length > 0 ? (
          <FreshCodes codes={codes} email={account.email} />
        ) : setup ? (
          <TurnOn setup={setup} />
        ) : (
          <TurnedOn account={account} left={left} />
        )}
      </Section>
    </AccountPage>
  );
}
