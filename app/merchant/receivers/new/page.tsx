import { ReceiverForm } from '@/components/message-receiver/receiver-form';
import { PageHeader } from '@/components/shell/page-header';
import { Card } from '@/components/ui/card';
import { requireMerchant } from '@/lib/auth/session';
import { currentLocale, getT } from '@/lib/i18n/server';
import { add } from '../actions';

export async function generateMetadata() {
  return { title: (await getT('messageReceiver'))('form.addTitle') };
}

export default async function NewReceiverPage() {
  await requireMerchant('messageReceiver.manage');
  const [t, locale] = await Promise.all([getT('messageReceiver'), currentLocale()]);
  return (
    <>
      <PageHeader
        title={t('form.addTitle')}
        description={t('form.addText')}
        breadcrumb={[{ label: t('title'), href: '/merchant/receivers' }]}
      />
      <Card className="max-w-3xl">
        <ReceiverForm
          action={add}
          success={t('form.added')}
          redirectTo="/merchant/receivers"
          values={{ name: '', email: null, phone: null, locale }}
        />
      </Card>
    </>
  );
}
