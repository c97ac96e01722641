import { notFound } from 'next/navigation';
import { PageHeader } from '@/components/shell/page-header';
import { ActionForm } from '@/components/ui/action-form';
import { Card } from '@/components/ui/card';
import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { requireMerchant } from '@/lib/auth/session';
import { getT } from '@/lib/i18n/server';
import { getReceiverBook } from '@/lib/records/message-receiver/queries';
import { isMessageType, RECEIVER_CHANNELS } from '@/lib/records/message-receiver/types';
import { subscribe } from '../../actions';

/** Who gets one message type, by mail and by SMS. */
export default async function TypePage({ params }: { params: Promise<{ type: string }> }) {
  const actor = await requireMerchant('messageReceiver.manage');
  const { type } = await params;
  if (!isMessageType(type)) notFound();
  const [book, t] = await Promise.all([getReceiverBook(actor), getT('messageReceiver')]);
  const chosen = (id: string, channel: string) =>
    book.subscriptions.some(
      (row) => row.type === type && row.receiverId === id && row.channel === channel,
    );
  return (
    <>
      <PageHeader
        title={t(`type.${type}`)}
        description={t('subscribe.hint')}
        breadcrumb={[{ label: t('title'), href: '/merchant/receivers' }]}
      />
      <Card className="max-w-3xl">
        <ActionForm
          action={subscribe}
          hidden={{ type }}
          success={t('subscribe.saved')}
          redirectTo="/merchant/receivers"
        >
          {RECEIVER_CHANNELS.map((channel) => {
            const reachable = book.receivers.filter((receiver) =>
              channel === 'mail' ? receiver.email : receiver.phone,
            );
            return (
              <Field key={channel} name={`${channel}[]`} label={t(`field.${channel}`)} group>
                {reachable.length === 0 ? (
                  <p className="text-muted">
                    {t(channel === 'mail' ? 'subscribe.noMail' : 'subscribe.noSms')}
                  </p>
                ) : (
                  <div className="grid gap-2 sm:grid-cols-2">
                    {reachable.map((receiver) => (
                      <Checkbox
                        key={receiver.id}
                        value={receiver.id}
                        defaultChecked={chosen(receiver.id, channel)}
                        hint={channel === 'mail' ? receiver.email : receiver.phone}
                      >
                        {receiver.name}
                      </Checkbox>
                    ))}
                  </div>
                )}
              </Field>
            );
          })}
          <div>
            <SubmitButton>{t('subscribe.submit')}</SubmitButton>
          </div>
        </ActionForm>
      </Card>
    </>
  );
}
