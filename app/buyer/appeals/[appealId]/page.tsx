import { notFound } from 'next/navigation';
import { appealDetailView } from '@/app/appeal/views';
import { AppealView } from '@/components/appeal/appeal-view';
import { PartyActions } from '@/components/appeal/party-actions';
import { requireBuyer } from '@/lib/auth/session';
import { allowedEvents } from '@/lib/engine/who-is-next';
import { appeal } from '@/lib/workflows/appeal/machine';
import { withdraw } from '../actions';

/** One appeal, as the buyer sees it. */
export default async function Page({ params }: { params: Promise<{ appealId: string }> }) {
  const actor = await requireBuyer();
  const view = await appealDetailView(actor, 'buyer', (await params).appealId);
  if (!view) notFound();
  return (
    <AppealView
      {...view}
      actions={
        <PartyActions
          detail={view.detail}
          portal="buyer"
          may={allowedEvents(appeal, view.detail.row, actor)}
          withdraw={withdraw}
        />
      }
    />
  );
}
