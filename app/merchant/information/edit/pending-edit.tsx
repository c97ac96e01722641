import { comparedFields } from '@/components/merchant/describe';
import { DetailPage } from '@/components/shell/detail-page';
import { Section } from '@/components/ui/card';
import { Words } from '@/components/ui/words';
import { Difference } from '@/components/workflow/difference';
import { EventButton } from '@/components/workflow/event-button';
import { StateBadge } from '@/components/workflow/state-badge';
import { WhoIsNext } from '@/components/workflow/who-is-next';
import type { Actor } from '@/lib/auth/actor';
import { whoIsNext } from '@/lib/engine/who-is-next';
import { readFiles } from '@/lib/files/queries';
import { currentLocale, getT } from '@/lib/i18n/server';
import { profileEdit } from '@/lib/workflows/profile-edit/machine';
import type { ProfileEditForm } from '@/lib/workflows/profile-edit/queries';
import { withdraw } from '../actions';

/** What waits for review, against what customers see until then. */
export async function PendingEdit({ actor, found }: { actor: Actor; found: ProfileEditForm }) {
  const { edit, now } = found;
  const { live, proposed } = edit;
  const [t, m, nav, locale, files] = await Promise.all([
    getT('profileEdit'),
    getT('merchant'),
    getT('nav.merchant'),
    currentLocale(),
    readFiles(actor, [
      live?.profile.logoFileId,
      live?.profile.licenceFileId,
      proposed?.profile.logoFileId,
      proposed?.profile.licenceFileId,
    ]),
  ]);
  return (
    <DetailPage
      title={t('noun')}
      breadcrumb={[{ label: nav('profile'), href: '/merchant/information' }]}
      badge={<StateBadge noun="profileEdit" state={edit.state} />}
      actions={
        <Words namespaces={['profileEdit']}>
          <EventButton
            noun="profileEdit"
            event="withdraw"
            row={edit}
            action={withdraw}
            intro={t('withdrawIntro')}
          />
        </Words>
      }
      next={
        <WhoIsNext
          noun="profileEdit"
          me="merchant"
          next={whoIsNext(profileEdit, edit, now)}
          now={now}
        />
      }
    >
      <Section title={t('ops.difference')} description={t('ops.differenceHint')} flush>
        {proposed && live && (
          <Difference fields={comparedFields(proposed, live, { t: m, locale, files })} />
        )}
      </Section>
    </DetailPage>
  );
}
