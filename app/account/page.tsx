import Link from 'next/link';
import { AccountPage } from '@/components/account/account-page';
import { ActionForm } from '@/components/ui/action-form';
import { Badge } from '@/components/ui/badge';
import { Section } from '@/components/ui/card';
import { DescriptionList } from '@/components/ui/description-list';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextInput } from '@/components/ui/text-input';
import { requireBuyer } from '@/lib/auth/session';
import { LOCALES } from '@/lib/i18n/locales';
import { getFormat, getT } from '@/lib/i18n/server';
import { getOwnAccount } from '@/lib/records/account/queries';
import { saveProfile } from './actions';

export async function generateMetadata() {
  return { title: (await getT('account'))('tab.profile') };
}

export default async function ProfilePage() {
  const actor = await requireBuyer();
  const [account, t, language, format] = await Promise.all([
    getOwnAccount(actor),
    getT('account'),
    getT('shell.language'),
    getFormat(),
  ]);
  if (!account) return null;
  return (
    <AccountPage tab="profile">
      <Section title={t('profile.facts')}>
        <DescriptionList
          items={[
            { label: t('field.email'), value: account.email },
            { label: t('profile.id'), value: <code>{account.id}</code> },
            {
              label: t('profile.realName'),
              value: (
                <span className="flex flex-wrap items-center gap-2">
                  {account.realName ?? t('profile.noRealName')}
                  <Badge tone={account.realName ? 'success' : 'warning'}>
                    {t(`profile.kind.${account.realNameKind ?? 'none'}`)}
                  </Badge>
                  <Link className="link" href="/account/identity">
                    {t(account.realName ? 'profile.seeRealName' : 'profile.goVerify')}
                  </Link>
                </span>
              ),
            },
            { label: t('profile.since'), value: format.dateTime(account.createdAt) },
          ]}
        />
        {account.isSubAccount && <p className="mt-3 text-muted">{t('profile.subAccount')}</p>}
      </Section>
      <Section title={t('profile.edit')}>
        <ActionForm action={saveProfile} success={t('profile.saved')}>
          <Field name="name" label={t('field.name')} required>
            <TextInput defaultValue={account.name} max={60} autoComplete="name" />
          </Field>
          <Field name="phone" label={t('field.phone')} hint={t('hint.phone')} required>
            <TextInput type="tel" defaultValue={account.phone ?? ''} autoComplete="tel" />
          </Field>
          <Field name="locale" label={t('field.locale')} hint={t('hint.locale')} required>
            <Select
              defaultValue={account.locale}
              options={LOCALES.map((value) => ({ value, label: language(value) }))}
            />
          </Field>
          <div>
            <SubmitButton>{t('profile.save')}</SubmitButton>
          </div>
        </ActionForm>
      </Section>
    </AccountPage>
  );
}
