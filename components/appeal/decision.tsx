import { Section } from '@/components/ui/card';
import { DescriptionList } from '@/components/ui/description-list';
import { getFormat, getT } from '@/lib/i18n/server';
import type { AppealRow } from '@/lib/workflows/appeal/machine';

/** What was decided, with the reasons that both sides were told. */
export async function Decision({ row }: { row: AppealRow }) {
  const [t, words, format] = await Promise.all([getT('appeal'), getT('supervision'), getFormat()]);
  if (!row.outcome) return null;
  return (
    <Section title={t('detail.decision')}>
      <DescriptionList
        items={[
          { label: t('field.outcome'), value: t(`outcome.${row.outcome}`) },
          { label: t('field.endedAt'), value: format.dateTime(row.endedAt) },
          ...(row.refunded
            ? [{ label: t('field.refunded'), value: format.money(row.refunded) }]
            : []),
          ...(row.outcome === 'resumed'
            ? [
                {
                  label: t('field.toNode'),
                  value: words(`node.${row.decidedNode ?? row.node}`),
                },
              ]
            : []),
          {
            label: t('field.decision'),
            value: <p className="break-words whitespace-pre-line">{row.decision}</p>,
            wide: true,
          },
        ]}
      />
    </Section>
  );
}
