import { notFound } from 'next/navigation';
import { ReceiverForm } from '@/components/message-receiver/receiver-form';
import { DetailPage } from '@/components/shell/detail-page';
import { ActionForm } from '@/components/ui/action-form';
import { Badge } from '@/components/ui/badge';
import { Card, Section } from '@/components/ui/card';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { SubmitButton } from '@/components/ui/submit-button';
import { EvidenceTimeline } from '@/components/workflow/evidence-timeline';
import { listEvidence } from '@/lib/audit/queries';
import { requireMerchant } from '@/lib/auth/session';
import { orNothing } from '@/lib/errors';
import { getT } from '@/lib/i18n/server';
import { getReceiver } from '@/lib/records/message-receiver/queries';
import { change, remove, resend } from '../actions';

export default async function ReceiverPage({
  params,
}: {
  params: Promise<{ receiverId: string }>;
}) {
  const actor = await requireMerchant('messageReceiver.manage');
  const { receiverId } = await params;
  const receiver = await orNothing(getReceiver(actor, receiverId));
  if (!receiver) notFound();
  const [t, log] = await Promise.all([
    getT('messageReceiver'),
    listEvidence(actor, 'messageReceiver', receiver.id),
  ]);
  const waiting = receiver.email !== null && receiver.emailVerifiedAt === null;
  return (
    <DetailPage
      title={receiver.name}
      breadcrumb={[{ label: t('title'), href: '/merchant/receivers' }]}
      badge={
        receiver.email && (
          <Badge tone={waiting ? 'warning' : 'success'}>
            {t(waiting ? 'state.waiting' : 'state.verified')}
          </Badge>
        )
      }
      actions={
        <>
          {waiting && (
            <ActionForm action={resend} hidden={{ id: receiver.id }} success={t('form.resent')}>
              <SubmitButton look="outline">{t('form.resend')}</SubmitButton>
            </ActionForm>
          )}
          <ConfirmDialog
            trigger={t('event.remove')}
            title={t('event.remove')}
            intro={t('form.removeIntro')}
            confirm={t('event.remove')}
            danger
            action={remove}
            hidden={{ id: receiver.id }}
            success={t('form.removed')}
            redirectTo="/merchant/receivers"
          />
        </>
      }
      side={
        <Section title={t('field.log')}>
          <EvidenceTimeline rows={log} />
        </Section>
      }
    >
      <Card>
        <ReceiverForm
          action={change}
          hidden={{ id: receiver.id }}
          success={t('form.saved')}
          values={receiver}
        />
      </Card>
    </DetailPage>
  );
}
