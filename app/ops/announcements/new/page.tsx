import {
  AnnouncementFields,
  type AnnouncementText,
} from '@/components/announcement/announcement-fields';
import { PageHeader } from '@/components/shell/page-header';
import { ActionForm } from '@/components/ui/action-form';
import { Section } from '@/components/ui/card';
import { SubmitButton } from '@/components/ui/submit-button';
import type { Actor } from '@/lib/auth/actor';
import { requireOperator } from '@/lib/auth/session';
import { type LOCALES, TIME_ZONE } from '@/lib/i18n/locales';
import { getT } from '@/lib/i18n/server';
import { type Translate, translator } from '@/lib/i18n/translator';
import { listParams, type SearchParams } from '@/lib/list/search-params';
import { dayOf } from '@/lib/time/working-days';
import { getViolation } from '@/lib/workflows/violation/queries';
import { write } from '../actions';

/** What a notice about a violation starts from: its facts, in both languages. */
async function startedFrom(
  actor: Actor,
  violationId: string | undefined,
): Promise<AnnouncementText | undefined> {
  const found = violationId ? await getViolation(actor, violationId) : undefined;
  if (!found) return undefined;
  const { violation } = found;
  const both = (text: (t: Translate, locale: (typeof LOCALES)[number]) => string) => {
    const of = (locale: (typeof LOCALES)[number]) => text(translator(locale), locale);
    return { 'zh-CN': of('zh-CN'), en: of('en') };
  };
  const result = both((t) =>
    [
      violation.merchantAction === 'none'
        ? ''
        : t(`violation.merchantAction.${violation.merchantAction}`),
      violation.productAction === 'none'
        ? ''
        : t(`violation.productAction.${violation.productAction}`),
      t('violation.list.points', { points: violation.points }),
    ]
      .filter(Boolean)
      .join(t('setting.comma')),
  );
  const values = (locale: (typeof LOCALES)[number]) => ({
    merchant: violation.merchantName,
    behaviour: violation.behaviourText[locale],
    result: result[locale],
  });
  return {
    title: both((t, locale) => t('announcement.from.title', values(locale))),
    body: both((t, locale) => t('announcement.from.body', values(locale))),
    behaviour: violation.behaviourText,
    result,
    merchantId: violation.merchantId,
    decidedOn: dayOf(violation.recordedAt, TIME_ZONE),
  };
}

export default async function NewAnnouncementPage({
  searchParams,
}: {
  searchParams: SearchParams;
}) {
  const actor = await requireOperator('announcement.manage');
  const { violationId } = await listParams(searchParams);
  const [t, text] = await Promise.all([getT('announcement'), startedFrom(actor, violationId)]);
  return (
    <>
      <PageHeader
        title={t('event.write')}
        breadcrumb={[{ label: t('list.title'), href: '/ops/announcements' }]}
      />
      <ActionForm
        action={write}
        hidden={{ violationId: text && violationId }}
        draftKey={`announcement:${violationId ?? 'new'}`}
      >
        <Section title={t('detail.edit')}>
          <AnnouncementFields value={text} />
        </Section>
        <div className="form__foot">
          <SubmitButton>{t('event.save')}</SubmitButton>
        </div>
      </ActionForm>
    </>
  );
}
