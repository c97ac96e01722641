import { notFound } from 'next/navigation';
import { DetailPage } from '@/components/shell/detail-page';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { localPath } from '@/lib/auth/local-path';
import { requireBuyer } from '@/lib/auth/session';
import { orNothing } from '@/lib/errors';
import { getFormat, getT } from '@/lib/i18n/server';
import { openMessage } from '@/lib/records/inbox/commands';

/** One site message; opening it marks it as read. */
export default async function InboxMessagePage({
  params,
}: {
  params: Promise<{ messageId: string }>;
}) {
  const actor = await requireBuyer();
  const { messageId } = await params;
  const [t, words, format, message] = await Promise.all([
    getT('account'),
    getT('inbox'),
    getFormat(),
    orNothing(openMessage(actor, messageId)),
  ]);
  if (!message) notFound();
  const href = localPath(message.href);
  return (
    <DetailPage
      title={message.subject}
      breadcrumb={[{ label: t('tab.messages'), href: '/account/messages' }]}
      description={format.dateTime(message.createdAt)}
      actions={
        href && (
          <ButtonLink href={href} look="primary">
            {words('open')}
          </ButtonLink>
        )
      }
    >
      <Card>
        <p className="max-w-3xl whitespace-pre-wrap">{message.body}</p>
      </Card>
    </DetailPage>
  );
}
