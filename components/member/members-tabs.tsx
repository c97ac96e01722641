import { useTranslations } from 'next-intl';
import { Tabs } from '@/components/ui/tabs';

/** Members, groups and invitations: three lists of one thing. */
export function MembersTabs({ current }: { current: 'members' | 'groups' | 'invitations' }) {
  const t = useTranslations('member');
  return (
    <Tabs
      label={t('title')}
      current={current}
      items={[
        { key: 'members', label: t('tab.members'), href: '/merchant/members' },
        { key: 'groups', label: t('tab.groups'), href: '/merchant/members/groups' },
        { key: 'invitations', label: t('tab.invitations'), href: '/merchant/members/invitations' },
      ]}
    />
  );
}
