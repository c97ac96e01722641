import { Section } from '@/components/ui/card';
import { DescriptionList } from '@/components/ui/description-list';
import { FileList } from '@/components/ui/file-list';
import { getFormat, getT } from '@/lib/i18n/server';
import type { RefundDetail } from '@/lib/workflows/refund/queries';

/** The merchant's opinion on a request with the files it handed in. */
export async function DecisionBlock({ detail }: { detail: RefundDetail }) {
  const [t, format] = await Promise.all([getT('refund'), getFormat()]);
  const { row, documents } = detail;
  const kinds = [...new Set(documents.map(({ kind }) => kind))];
  return (
    <Section title={t('detail.decision')}>
      {row.decidedAt ? (
        <DescriptionList
          items={[
            { label: t('field.decidedAt'), value: format.dateTime(row.decidedAt) },
            { label: t('field.refundedAt'), value: format.dateTime(row.refundedAt) },
            {
              label: t('field.opinion'),
              value: <span className="break-words whitespace-pre-line">{row.opinion}</span>,
              wide: true,
            },
            ...kinds.map((kind) => ({
              label: t(`document.${kind}`),
              value: (
                <FileList
                  files={documents
                    .filter((file) => file.kind === kind)
                    .map(({ fileId, name, size, type }) => ({ id: fileId, name, size, type }))}
                />
              ),
            })),
          ]}
        />
      ) : (
        <p className="text-muted">{t('detail.noDecision')}</p>
      )}
    </Section>
  );
}
