import { Download } from 'lucide-react';
import { notFound } from 'next/navigation';
import { letterFacts } from '@/components/letter/letter-facts';
import { RequestLetter } from '@/components/letter/request-letter';
import { DetailPage } from '@/components/shell/detail-page';
import { ReloadSoon } from '@/components/top-up/reload-soon';
import { Alert } from '@/components/ui/alert';
import { buttonClass } from '@/components/ui/button';
import { Section } from '@/components/ui/card';
import { DescriptionList } from '@/components/ui/description-list';
import { SmartLink } from '@/components/ui/smart-link';
import { StateBadge } from '@/components/workflow/state-badge';
import { requireBuyer } from '@/lib/auth/session';
import { getFormat, getT } from '@/lib/i18n/server';
import { getLetter } from '@/lib/records/letter/queries';
import { letterState } from '@/lib/records/letter/state';
import { request } from '../actions';

/** One explanation letter: being written, there to download, or let go. */
export default async function Page({ params }: { params: Promise<{ letterId: string }> }) {
  const actor = await requireBuyer();
  const letter = await getLetter(actor, (await params).letterId);
  if (!letter) notFound();
  const [t, format] = await Promise.all([getT('letter'), getFormat()]);
  const state = letterState(letter);
  return (
    <DetailPage
      title={letter.number}
      breadcrumb={[{ label: t('title'), href: '/buyer/invoices/letters' }]}
      badge={<StateBadge noun="letter" state={state} />}
      description={letter.productName}
      actions={
        state === 'ready' ? (
          <a
            className={buttonClass({ look: 'primary' })}
            href={`/api/files/${letter.fileId}`}
            download
          >
            <Download aria-hidden="true" />
            {t('page.download')}
          </a>
        ) : state === 'ended' ? (
          <RequestLetter orderId={letter.orderId} action={request}>
            {t('page.again')}
          </RequestLetter>
        ) : undefined
      }
      next={
        <>
          {state === 'writing' && <ReloadSoon />}
          <Alert tone={state === 'ended' ? 'warning' : 'info'}>
            {t(`page.${state}`, { until: format.date(letter.keptUntil) })}
          </Alert>
        </>
      }
    >
      <Section title={t('page.content')} description={t('about')}>
        <DescriptionList
          items={letterFacts(
            letter,
            t,
            format,
            <SmartLink className="link" href={`/buyer/orders/${letter.orderId}`}>
              {letter.orderNumber}
            </SmartLink>,
          )}
        />
      </Section>
    </DetailPage>
  );
}
