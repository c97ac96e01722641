import { KeepCodes } from '@/components/account/keep-codes';
import { QrCode } from '@/components/account/qr-code';
import { ActionForm } from '@/components/ui/action-form';
import { Alert } from '@/components/ui/alert';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { Field } from '@/components/ui/field';
import { Secret } from '@/components/ui/secret';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextInput } from '@/components/ui/text-input';
import { getFormat, getT } from '@/lib/i18n/server';
import type { getOwnAccount } from '@/lib/records/account/queries';
import { codesKept, remakeCodes, turnTotpOff, turnTotpOn } from '../actions';

type Account = NonNullable<Awaited<ReturnType<typeof getOwnAccount>>>;

/** Turning the second factor on: the secret to scan and a first code. */
export async function TurnOn({ setup }: { setup: { uri: string; secret: string } }) {
  const t = await getT('account');
  return (
    <ActionForm action={turnTotpOn}>
      <div className="flex flex-wrap items-start gap-6">
        <QrCode text={setup.uri} label={t('totp.qr')} />
        <div className="grid min-w-64 flex-1 gap-4">
          <p>{t('totp.scan')}</p>
          <p className="grid gap-1">
            <span className="text-muted">{t('totp.manual')}</span>
            <Secret value={setup.secret} />
          </p>
          <Field name="code" label={t('field.code')} required>
            <TextInput className="max-w-56" autoComplete="one-time-code" inputMode="numeric" />
          </Field>
          <div>
            <SubmitButton>{t('totp.turnOn')}</SubmitButton>
          </div>
        </div>
      </div>
    </ActionForm>
  );
}

/** New recovery codes, alone on the page until the person says that they are kept. */
export async function FreshCodes({ codes, email }: { codes: string[]; email: string }) {
  const t = await getT('account');
  return (
    <div className="grid gap-4">
      <Alert tone="warning" title={t('totp.codesTitle')}>
        {t('totp.codesText')}
      </Alert>
      <ul
        aria-label={t('totp.codes')}
        className="num grid max-w-md grid-cols-2 gap-x-6 gap-y-2 rounded-lg bg-surface-secondary p-4 font-mono"
      >
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-2">
        <KeepCodes
          codes={codes}
          file={{ name: 'guildhall-recovery-codes.txt', head: t('totp.codesFile', { email }) }}
          words={{
            copy: t('totp.codesCopy'),
            copied: t('totp.codesCopied'),
            notCopied: t('totp.codesNotCopied'),
            download: t('totp.codesDownload'),
          }}
        />
        <ActionForm action={codesKept} className="contents">
          <SubmitButton>{t('totp.codesDone')}</SubmitButton>
        </ActionForm>
      </div>
    </div>
  );
}

/** A second factor that is on: how many recovery codes are left, and what can be done. */
export async function TurnedOn({ account, left }: { account: Account; left: number }) {
  const [t, format] = await Promise.all([getT('account'), getFormat()]);
  return (
    <div className="grid gap-4">
      <p>
        {t('totp.since', { at: format.dateTime(account.totpConfirmedAt) })}{' '}
        {t('totp.left', { count: left })}
      </p>
      {left < FEW && <Alert tone="warning">{t('totp.few')}</Alert>}
      <div className="flex flex-wrap gap-2">
        <ConfirmDialog
          trigger={t('totp.remake')}
          title={t('totp.remake')}
          intro={t('totp.remakeText')}
          confirm={t('totp.remake')}
          action={remakeCodes}
        >
          <Field name="code" label={t('field.code')} required>
            <TextInput autoComplete="one-time-code" inputMode="numeric" />
          </Field>
        </ConfirmDialog>
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
  );
}

/** Below so many recovery codes it is time for new ones. */
const FEW = 3;
