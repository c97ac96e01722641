import type { Metadata } from 'next';
import { letterFacts } from '@/components/letter/letter-facts';
import { PageHeader } from '@/components/shell/page-header';
import { Alert } from '@/components/ui/alert';
import { Section } from '@/components/ui/card';
import { DescriptionList } from '@/components/ui/description-list';
import { visitor } from '@/lib/auth/session';
import { getFormat, getT } from '@/lib/i18n/server';
import { checkLetter } from '@/lib/records/letter/queries';
import { letterState } from '@/lib/records/letter/state';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('letter'))('check.title'), robots: { index: false } };
}

/** Audience: whoever holds a letter and reads its number off it. */
export default async function Page({ params }: { params: Promise<{ number: string }> }) {
  await visitor();
  const { number } = await params;
  const [t, format, found] = await Promise.all([
    getT('letter'),
    getFormat(),
    checkLetter(decodeURIComponent(number).slice(0, 40)),
  ]);
  if (!found) {
    return (
      <>
        <PageHeader title={t('check.title')} />
        <Alert tone="danger" title={t('check.none')}>
          {t('check.noneText')}
        </Alert>
      </>
    );
  }
  const ended = letterState(found.letter) === 'ended';
  return (
    <>
      <PageHeader title={t('check.title')} description={t('about')} />
      <div className="grid gap-4">
        <Alert
          tone={ended ? 'warning' : 'success'}
          title={t(ended ? 'check.ended' : 'check.genuine')}
        >
          {t('check.genuineText')}
        </Alert>
        <Section title={t('page.content')}>
          <DescriptionList
            items={[
              ...letterFacts(found.letter, t, format),
              ...(found.sha256
                ? [{ label: t('field.sha256'), value: found.sha256, wide: true }]
                : []),
            ]}
          />
        </Section>
      </div>
    </>
  );
}
