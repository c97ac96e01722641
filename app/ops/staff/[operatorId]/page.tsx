import { notFound } from 'next/navigation';
import { RolesField } from '@/components/operator/roles-field';
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
import { requireOperator } from '@/lib/auth/session';
import { orNothing } from '@/lib/errors';
import { getFormat, getT } from '@/lib/i18n/server';
import { getOperator } from '@/lib/records/operator/queries';
import { disable, enable, saveRoles } from '../actions';

export default async function StaffMemberPage({
  params,
}: {
  params: Promise<{ operatorId: string }>;
}) {
  const actor = await requireOperator('operator.read');
  const { operatorId } = await params;
  const operator = await orNothing(getOperator(actor, operatorId));
  if (!operator) notFound();
  const [t, format, log] = await Promise.all([
    getT('operator'),
    getFormat(),
    listEvidence(actor, 'operator', operator.id),
  ]);
  const disabled = operator.disabledAt !== null;
  return (
    <DetailPage
      title={operator.name}
      breadcrumb={[{ label: t('title'), href: '/ops/staff' }]}
      badge={
        <Badge tone={disabled ? 'warning' : 'success'}>
          {t(disabled ? 'state.disabled' : 'state.active')}
        </Badge>
      }
      description={operator.email}
      actions={
        <ConfirmDialog
          trigger={t(disabled ? 'event.enable' : 'event.disable')}
          title={t(disabled ? 'event.enable' : 'event.disable')}
          intro={t(disabled ? 'detail.enableIntro' : 'detail.disableIntro')}
          consequences={[{ label: t('field.email'), value: operator.email }]}
          confirm={t(disabled ? 'event.enable' : 'event.disable')}
          danger={!disabled}
          action={disabled ? enable : disable}
          hidden={{ id: operator.id }}
          success={t(disabled ? 'detail.enabled' : 'detail.disabled')}
        />
      }
      side={
        <Section title={t('detail.log')}>
          <EvidenceTimeline rows={log} />
        </Section>
      }
    >
      {operator.accountId === actor.accountId && <Alert tone="info">{t('detail.you')}</Alert>}
      <Section title={t('detail.roles')}>
        <ActionForm
          action={saveRoles}
          hidden={{ id: operator.id, version: operator.version }}
          success={t('detail.saved')}
        >
          <RolesField chosen={operator.roles} />
          <div>
            <SubmitButton>{t('detail.save')}</SubmitButton>
          </div>
        </ActionForm>
      </Section>
      <Section title={t('detail.facts')}>
        <DescriptionList
          items={[
            { label: t('field.email'), value: operator.email },
            {
              label: t('field.secondFactor'),
              value: t(operator.secondFactor ? 'factor.on' : 'factor.off'),
            },
            { label: t('field.lastSeenAt'), value: format.dateTime(operator.lastSeenAt) },
            { label: t('field.addedAt'), value: format.dateTime(operator.createdAt) },
          ]}
        />
      </Section>
    </DetailPage>
  );
}
