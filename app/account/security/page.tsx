import { AccountPage } from '@/components/account/account-page';
import { QrCode } from '@/components/account/qr-code';
import { RecoveryCodes } from '@/components/account/recovery-codes';
import { ActionForm } from '@/components/ui/action-form';
import { Alert } from '@/components/ui/alert';
import { Badge } from '@/components/ui/badge';
import { Section } from '@/components/ui/card';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { Field } from '@/components/ui/field';
import { Secret } from '@/components/ui/secret';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextInput } from '@/components/ui/text-input';
import { requireBuyer } from '@/lib/auth/session';
import { getFormat, getT } from '@/lib/i18n/server';
import { listParams, type SearchParams } from '@/lib/list/search-params';
import { getOwnAccount } from '@/lib/records/account/queries';
import { beginTotp } from '@/lib/records/totp/commands';
import { countRecoveryCodes } from '@/lib/records/totp/queries';
import { remakeCodes, savePassword, turnTotpOff, turnTotpOn } from '../actions';

export async function generateMetadata() {
  return { title: (await getT('account'))('tab.security') };
}

export default async function SecurityPage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireBuyer();
  const [account, t, format, query] = await Promise.all([
    getOwnAccount(actor),
    getT('account'),
    getFormat(),
    listParams(searchParams),
  ]);
  if (!account) return null;
  const setup = account.totpConfirmedAt ? null : await beginTotp(actor);
  const left = account.totpConfirmedAt ? await countRecoveryCodes(actor) : 0;
  const codeWords = {
    title: t('totp.codesTitle'),
    text: t('totp.codesText'),
    done: t('totp.codesDone'),
    copy: t('totp.codesCopy'),
    label: t('field.code'),
  };
  return (
    <AccountPage tab="security">
      {query.required && setup && (
        <Alert tone="warning" title={t('totp.requiredTitle')}>
          {t('totp.requiredText')}
        </Alert>
      )}
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
        {setup ? (
          <div className="flex flex-wrap gap-6">
            <QrCode text={setup.uri} label={t('totp.qr')} />
            <div className="grid min-w-64 flex-1 content-start gap-3">
              <p>{t('totp.scan')}</p>
              <p className="text-muted">
                {t('totp.manual')} <Secret value={setup.secret} />
              </p>
              <RecoveryCodes action={turnTotpOn} words={{ ...codeWords, submit: t('totp.turnOn') }}>
                {null}
              </RecoveryCodes>
            </div>
          </div>
        ) : (
          <div className="grid gap-5">
            <p>
              {t('totp.since', { at: format.dateTime(account.totpConfirmedAt) })}{' '}
              {t('totp.left', { count: left })}
            </p>
            <RecoveryCodes action={remakeCodes} words={{ ...codeWords, submit: t('totp.remake') }}>
              <p className="text-muted">{t('totp.remakeText')}</p>
            </RecoveryCodes>
            <div>
              <ConfirmDialog
                trigger={t('totp.turnOff')}
                title={t('totp.turnOff')}
                intro={t('totp.turnOffText')}
                confirm={t('totp.turnOff')}
                danger
                action={turnTotpOff}
                success={t('totp.turnedOff')}
              >
                {account.hasPassword && (
                  <Field name="password" label={t('field.currentPassword')} required>
                    <TextInput type="password" autoComplete="current-password" />
                  </Field>
                )}
                <Field name="code" label={t('field.code')} hint={t('code.hint')} required>
                  <TextInput autoComplete="one-time-code" />
                </Field>
              </ConfirmDialog>
            </div>
          </div>
        )}
      </Section>
    </AccountPage>
  );
}
