import { Section } from '@/components/ui/card';
import { DescriptionList } from '@/components/ui/description-list';
import { currentLocale, getFormat, getT } from '@/lib/i18n/server';
import type { AppealDetail, AppealDocument } from '@/lib/workflows/appeal/queries';
import { DocumentFacts } from './document-facts';
import { groundName } from './ground-name';

const Words = ({ children }: { children: string }) => (
  <p className="break-words whitespace-pre-line">{children}</p>
);

/** Why a side appealed, what it asks for and what it brought. */
export async function Statement({ detail }: { detail: AppealDetail }) {
  const [t, words, format, locale] = await Promise.all([
    getT('appeal'),
    getT('supervision'),
    getFormat(),
    currentLocale(),
  ]);
  const { row } = detail;
  const brought: AppealDocument[] = detail.documents.filter(({ requestId }) => requestId === null);
  return (
    <Section title={t('detail.statement')}>
      <DescriptionList
        items={[
          { label: t('field.openedBy'), value: t(`side.${row.openedBy}`) },
          { label: t('field.ground'), value: groundName(t, locale, row.ground, row.groundName) },
          { label: t('field.openedAt'), value: format.dateTime(row.createdAt) },
          { label: t('field.handleBy'), value: format.dateTime(row.handleBy) },
          { label: t('field.node'), value: words(`node.${row.node}`) },
          { label: t('field.paid'), value: format.money(row.paid) },
          { label: t('field.reason'), value: <Words>{row.reason}</Words>, wide: true },
          ...(row.demand
            ? [{ label: t('field.demand'), value: <Words>{row.demand}</Words>, wide: true }]
            : []),
        ]}
      />
      {brought.length > 0 && (
        <div className="mt-4">
          <DocumentFacts documents={brought} />
        </div>
      )}
    </Section>
  );
}
