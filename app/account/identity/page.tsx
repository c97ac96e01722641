import { AccountPage } from '@/components/account/account-page';
import { IdentityFacts } from '@/components/identity/identity-facts';
import { IdentityForm } from '@/components/identity/identity-form';
import { Alert } from '@/components/ui/alert';
import { ButtonLink } from '@/components/ui/button';
import { Section } from '@/components/ui/card';
import { Tabs } from '@/components/ui/tabs';
import { EventButton } from '@/components/workflow/event-button';
import { StateBadge } from '@/components/workflow/state-badge';
import { WhoIsNext } from '@/components/workflow/who-is-next';
import { requireBuyer } from '@/lib/auth/session';
import { whoIsNext } from '@/lib/engine/who-is-next';
import { getFormat, getT } from '@/lib/i18n/server';
import { listParams, type SearchParams } from '@/lib/list/search-params';
import { identity } from '@/lib/workflows/identity/machine';
import { getOwnIdentity, type IdentityView } from '@/lib/workflows/identity/queries';
import { resubmit, submit, withdraw } from './actions';

export async function generateMetadata() {
  return { title: (await getT('identity'))('title') };
}

export default async function IdentityPage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireBuyer();
  const [{ request, live, files, days, now }, t, format, query] = await Promise.all([
    getOwnIdentity(actor),
    getT('identity'),
    getFormat(),
    listParams(searchParams),
  ]);
  const open = request && ['pending', 'rejected'].includes(request.state) ? request : null;
  const papersOf = (row: IdentityView) =>
    Object.fromEntries(
      Object.entries(row.fileIds).map(([field, id]) => [field, files.get(id)] as const),
    );
  const isCompany = live?.kind === 'enterprise';
  const kind =
    isCompany || query.kind === 'enterprise' || (!query.kind && open?.kind === 'enterprise')
      ? 'enterprise'
      : 'personal';
  const editing = !open && (!live || query.edit === '1');
  const address = (choice: string) => `/account/identity?kind=${choice}${live ? '&edit=1' : ''}`;
  const kinds = !isCompany && (editing || open?.state === 'rejected') && (
    <Tabs
      label={t('field.kind')}
      current={kind}
      items={(['personal', 'enterprise'] as const).map((key) => ({
        key,
        label: t(`kind.${key}`),
        href: address(key),
      }))}
    />
  );
  return (
    <AccountPage tab="identity">
      <p className="text-muted">{t('own.description')}</p>
      {live && (
        <Section
          title={t('own.live')}
          description={open ? t('own.liveText') : undefined}
          actions={<StateBadge noun="identity" state={live.state} />}
        >
          <IdentityFacts {...live} />
          {!open && !editing && (
            <div className="mt-4 flex flex-wrap items-center gap-3">
              <ButtonLink href={address(live.kind)}>{t('own.again')}</ButtonLink>
              {live.kind === 'personal' && (
                <ButtonLink href={address('enterprise')}>{t('own.upgrade')}</ButtonLink>
              )}
              {isCompany && <span className="text-[13px] text-muted">{t('own.againText')}</span>}
            </div>
          )}
        </Section>
      )}
      {open && (
        <Section
          title={t('own.request')}
          description={format.dateTime(open.submittedAt)}
          actions={
            <>
              <StateBadge noun="identity" state={open.state} />
              <EventButton
                noun="identity"
                event="withdraw"
                row={open}
                action={withdraw}
                intro={t('own.withdrawIntro')}
                success={t('own.withdrawn')}
                danger
              />
            </>
          }
        >
          <div className="grid gap-4">
            <WhoIsNext noun="identity" next={whoIsNext(identity, open, now)} now={now} me="buyer" />
            {open.state === 'pending' ? (
              <IdentityFacts {...open} files={papersOf(open)} />
            ) : (
              <>
                <Alert tone="danger" title={t('own.reasons')}>
                  <ul className="grid gap-1">
                    {open.outcome?.reasons.map(({ field, text }) => (
                      <li key={`${field}${text}`}>
                        {t('own.reason', { field: t(`field.${field}`), text })}
                      </li>
                    ))}
                    {open.outcome?.note && <li>{open.outcome.note}</li>}
                  </ul>
                </Alert>
                {kinds}
                <IdentityForm
                  key={kind}
                  kind={kind}
                  action={resubmit}
                  event="resubmit"
                  hidden={{ id: open.id, version: open.version }}
                  values={open.kind === kind ? { ...open, files: papersOf(open) } : {}}
                  lockedCode={isCompany ? live.creditCode : null}
                />
              </>
            )}
          </div>
        </Section>
      )}
      {editing && (
        <Section
          title={t(live ? 'own.again' : 'own.none')}
          description={t('own.noneText', { days })}
        >
          <div className="grid gap-4">
            {kinds}
            <p className="text-muted">{t(`kindHint.${kind}`)}</p>
            <IdentityForm
              key={kind}
              kind={kind}
              action={submit}
              event="submit"
              values={live && live.kind === kind ? live : {}}
              lockedCode={isCompany ? live.creditCode : null}
            />
          </div>
        </Section>
      )}
    </AccountPage>
  );
}
