import { notFound } from 'next/navigation';
import { AccessFields } from '@/components/member/access-fields';
import { PermissionNames } from '@/components/member/permission-names';
import { DetailPage } from '@/components/shell/detail-page';
import { ActionForm } from '@/components/ui/action-form';
import { Alert } from '@/components/ui/alert';
import { Badge } from '@/components/ui/badge';
import { Section } from '@/components/ui/card';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { DescriptionList } from '@/components/ui/description-list';
import { SubmitButton } from '@/components/ui/submit-button';
import { EvidenceTimeline } from '@/components/workflow/evidence-timeline';
import { listEvidence } from '@/lib/audit/queries';
import { can } from '@/lib/auth/permissions';
import { requireMerchant } from '@/lib/auth/session';
import { orNothing } from '@/lib/errors';
import { getFormat, getT } from '@/lib/i18n/server';
import { getMember, listGroups, listScopeProducts } from '@/lib/records/member/queries';
import { disable, enable, remove, setAccess } from '../actions';

export default async function MemberPage({ params }: { params: Promise<{ memberId: string }> }) {
  const actor = await requireMerchant('member.read');
  const { memberId } = await params;
  const member = await orNothing(getMember(actor, memberId));
  if (!member) notFound();
  const [groups, products, log, t, format] = await Promise.all([
    listGroups(actor),
    listScopeProducts(actor),
    listEvidence(actor, 'member', member.id),
    getT('member'),
    getFormat(),
  ]);
  const manages = can(actor, 'member.manage') && !member.owner;
  const held = groups.filter(({ id }) => member.groups.some((group) => group.id === id));
  const state = member.owner ? 'owner' : member.disabledAt ? 'disabled' : 'active';
  const tones = { owner: 'accent', disabled: 'warning', active: 'success' } as const;
  const who = [{ label: t('field.email'), value: member.email }];
  return (
    <DetailPage
      title={member.name}
      breadcrumb={[{ label: t('title'), href: '/merchant/members' }]}
      badge={<Badge tone={tones[state]}>{t(`state.${state}`)}</Badge>}
      description={member.email}
      actions={
        manages && (
          <>
            {member.disabledAt ? (
              <ActionForm action={enable} hidden={{ id: member.id }} success={t('detail.enabled')}>
                <SubmitButton look="outline">{t('event.enable')}</SubmitButton>
              </ActionForm>
            ) : (
              <ConfirmDialog
                trigger={t('event.disable')}
                title={t('event.disable')}
                intro={t('detail.disableIntro')}
                consequences={who}
                confirm={t('event.disable')}
                action={disable}
                hidden={{ id: member.id }}
                success={t('detail.disabled')}
              />
            )}
            <ConfirmDialog
              trigger={t('event.remove')}
              title={t('event.remove')}
              intro={t('detail.removeIntro')}
              consequences={who}
              confirm={t('event.remove')}
              danger
              action={remove}
              hidden={{ id: member.id }}
              success={t('detail.removed')}
              redirectTo="/merchant/members"
            />
          </>
        )
      }
      side={
        <Section title={t('detail.log')}>
          <EvidenceTimeline rows={log} names={{ [member.accountId]: member.name }} sides={false} />
        </Section>
      }
    >
      {member.owner && <Alert tone="info">{t('detail.ownerNote')}</Alert>}
      <Section title={t('detail.facts')}>
        <DescriptionList
          items={[
            { label: t('field.email'), value: member.email },
            { label: t('field.phone'), value: member.phone },
            { label: t('field.joinedAt'), value: format.dateTime(member.createdAt) },
            { label: t('field.lastSeenAt'), value: format.dateTime(member.lastSeenAt) },
            ...(manages
              ? []
              : [
                  {
                    label: t('field.groups'),
                    value: member.groups.map(({ name }) => name).join(' · '),
                  },
                  {
                    label: t('field.products'),
                    value: member.products
                      ? member.productNames.map(({ name }) => name).join(' · ')
                      : t('scope.all'),
                  },
                ]),
          ]}
        />
      </Section>
      {!member.owner && (
        <Section title={t('detail.granted')}>
          <PermissionNames
            permissions={[...new Set(held.flatMap(({ permissions }) => permissions))]}
          />
        </Section>
      )}
      {manages && (
        <Section title={t('detail.access')}>
          <ActionForm action={setAccess} hidden={{ id: member.id }} success={t('detail.saved')}>
            <AccessFields
              groups={groups}
              products={products}
              values={{
                groupIds: member.groups.map(({ id }) => id),
                products: member.products,
              }}
            />
            <div>
              <SubmitButton>{t('detail.save')}</SubmitButton>
            </div>
          </ActionForm>
        </Section>
      )}
    </DetailPage>
  );
}
