import { notFound } from 'next/navigation';
import { DetailPage } from '@/components/shell/detail-page';
import { ActionForm } from '@/components/ui/action-form';
import { Alert } from '@/components/ui/alert';
import { Badge } from '@/components/ui/badge';
import { Section } from '@/components/ui/card';
import { DescriptionList } from '@/components/ui/description-list';
import { SmartLink } from '@/components/ui/smart-link';
import { SubmitButton } from '@/components/ui/submit-button';
import { can } from '@/lib/auth/permissions';
import { requireOperator } from '@/lib/auth/session';
import { getFormat, getT } from '@/lib/i18n/server';
import { getMessage } from '@/lib/records/message/queries';
import { staffPage } from '@/lib/records/message/staff-page';
import { resend } from '../actions';

export default async function MessagePage({ params }: { params: Promise<{ messageId: string }> }) {
  const actor = await requireOperator('message.read');
  const { messageId } = await params;
  const [t, inbox, format, message] = await Promise.all([
    getT('message'),
    getT('inbox'),
    getFormat(),
    getMessage(actor, messageId),
  ]);
  if (!message) notFound();
  const page = message.href && staffPage(message.href);
  return (
    <DetailPage
      title={message.subject}
      breadcrumb={[{ label: t('list.title'), href: '/ops/messages' }]}
      badge={<Badge>{t(`state.${message.state}`)}</Badge>}
      actions={
        message.channel !== 'site' && can(actor, 'message.resend') ? (
          <ActionForm action={resend} hidden={{ id: message.id }} success={t('resent')}>
            <SubmitButton>{t('event.resend')}</SubmitButton>
          </ActionForm>
        ) : undefined
      }
    >
      {message.state === 'held' && <Alert tone="warning" title={t(`held.${message.channel}`)} />}
      {message.state === 'unknown' && (
        <Alert tone="warning" title={t('unknown.title')}>
          {t('unknown.text')}
        </Alert>
      )}
      {message.lastError && <Alert tone="danger" title={message.lastError} />}
      <Section title={t('detail.text')}>
        <p className="whitespace-pre-wrap">{message.body}</p>
      </Section>
      <Section title={t('detail.facts')}>
        <DescriptionList
          items={[
            { label: t('field.channel'), value: t(`channel.${message.channel}`) },
            {
              label: t('field.address'),
              value: message.channel === 'site' ? t('siteAddress') : message.address,
            },
            {
              label: t('field.type'),
              value: inbox(
                inbox.has(`type.${message.type}`) ? `type.${message.type}` : 'type.other',
              ),
            },
            {
              label: t('field.leadsTo'),
              value: page ? (
                <SmartLink href={page} className="link">
                  {t('detail.open')}
                </SmartLink>
              ) : (
                message.href && t('detail.receiverOnly')
              ),
            },
            { label: t('field.tries'), value: message.tries },
            { label: t('field.createdAt'), value: format.dateTime(message.createdAt) },
            { label: t('field.sentAt'), value: format.dateTime(message.sentAt) },
            { label: t('field.readAt'), value: format.dateTime(message.readAt) },
          ]}
        />
      </Section>
    </DetailPage>
  );
}
