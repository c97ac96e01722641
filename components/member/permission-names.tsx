import { useTranslations } from 'next-intl';

/** What permissions allow, in words. */
export function PermissionNames({ permissions }: { permissions: readonly string[] }) {
  const t = useTranslations('permission');
  const none = useTranslations('member.detail');
  if (permissions.length === 0) return <p className="text-muted">{none('none')}</p>;
  return (
    <ul className="grid gap-1 sm:grid-cols-2">
      {permissions.map((permission) => (
        <li key={permission}>{t(`name.${permission}`)}</li>
      ))}
    </ul>
  );
}
