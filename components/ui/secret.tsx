import { useTranslations } from 'next-intl';
import { SecretClient } from './secret-client';

/** A value to copy; `masked` hides it until the eye is pressed (phone numbers, keys, accounts). */
export function Secret({ value, masked }: { value: string; masked?: boolean }) {
  const t = useTranslations('ui.secret');
  return (
    <SecretClient
      value={value}
      masked={masked}
      words={{
        show: t('show'),
        hide: t('hide'),
        copy: t('copy'),
        copied: t('copied'),
        notCopied: t('notCopied'),
      }}
    />
  );
}
