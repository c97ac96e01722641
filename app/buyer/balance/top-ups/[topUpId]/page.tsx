import { notFound } from 'next/navigation';
import { topUpDetailView } from '@/app/top-up/views';
import { PayingNotice } from '@/components/top-up/paying-notice';
import { TopUpView } from '@/components/top-up/top-up-view';
import { ButtonLink } from '@/components/ui/button';
import { EventButton } from '@/components/workflow/event-button';
import { requireBuyer } from '@/lib/auth/session';
import { allowedEvents } from '@/lib/engine/who-is-next';
import { getT } from '@/lib/i18n/server';
import { topUp as machine } from '@/lib/workflows/top-up/machine';
import { withdraw } from '../../actions';

export default async function BuyerTopUpPage({ params }: { params: Promise<{ topUpId: string }> }) {
  const actor = await requireBuyer();
  const view = await topUpDetailView(actor, 'buyer', (await params).topUpId);
  if (!view) notFound();
  const { t, format } = view;
  const { topUp } = view.detail;
  const balance = await getT('balance');
  const over = ['failed', 'refused', 'withdrawn'].includes(topUp.state);
  return (
    <TopUpView
      {...view}
      breadcrumb={[
        { label: balance('title'), href: '/buyer/balance' },
        { label: t('list.title'), href: '/buyer/balance/top-ups' },
      ]}
      actions={
        <>
          {allowedEvents(machine, topUp, actor).includes('withdraw') && (
            <EventButton
              noun="topUp"
              event="withdraw"
              row={topUp}
              action={withdraw}
              danger
              intro={t('page.withdrawBody')}
              consequences={[{ label: t('field.amount'), value: format.money(topUp.amount) }]}
            />
          )}
          {over && (
            <ButtonLink href="/buyer/balance/top-up" look="primary">
              {t('page.new')}
            </ButtonLink>
          )}
          {topUp.state === 'confirmed' && (
            <ButtonLink href="/buyer/orders?state=pendingPayment">{t('page.spend')}</ButtonLink>
          )}
        </>
      }
    >
      {topUp.state === 'paying' && <PayingNotice topUp={topUp} t={t} />}
    </TopUpView>
  );
}
