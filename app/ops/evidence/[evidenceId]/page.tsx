import { notFound } from 'next/navigation';
import { DetailPage } from '@/components/shell/detail-page';
import { Badge } from '@/components/ui/badge';
import { Section } from '@/components/ui/card';
import { DescriptionList } from '@/components/ui/description-list';
import { listStream } from '@/lib/audit/queries';
import { firstBreak } from '@/lib/audit/verify';
import { requireOperator } from '@/lib/auth/session';
import { getFormat, getT } from '@/lib/i18n/server';
import { getEvidence } from '@/lib/records/evidence/queries';

const shown = (value: unknown) =>
  typeof value === 'string' ? value : JSON.stringify(value, null, 2);

export default async function EvidenceDetailPage({
  params,
}: {
  params: Promise<{ evidenceId: string }>;
}) {
  const actor = await requireOperator('evidence.read');
  const { evidenceId } = await params;
  const [t, format, row] = await Promise.all([
    getT('evidence'),
    getFormat(),
    getEvidence(actor, evidenceId),
  ]);
  if (!row) notFound();
  const broken = firstBreak(await listStream(actor, row.stream));
  const { changes, ...facts } = row.data as {
    changes?: Record<string, [unknown, unknown]>;
  } & Record<string, unknown>;
  const lines = [
    ...Object.entries(facts).map(([label, value]) => ({ label, value: shown(value), wide: true })),
    ...Object.entries(changes ?? {}).map(([label, [before, after]]) => ({
      label,
      value: (
        <span className="whitespace-pre-wrap break-all">
          {before === null ? shown(after) : `${shown(before)} → ${shown(after)}`}
        </span>
      ),
      wide: true,
    })),
  ];
  return (
    <DetailPage
      print
      title={`${row.noun}.${row.event}`}
      breadcrumb={[
        { label: t('list.title'), href: '/ops/evidence' },
        { label: row.stream, href: `/ops/evidence?q=${encodeURIComponent(row.stream)}` },
      ]}
      badge={
        <Badge tone={broken ? 'danger' : 'success'}>
          {broken ? t('broken', { seq: broken.seq }) : t('whole')}
        </Badge>
      }
    >
      <Section title={t('detail.facts')}>
        <DescriptionList
          items={[
            { label: t('field.at'), value: format.dateTime(row.at) },
            { label: t('field.actor'), value: row.actorName ?? t(`actor.${row.actor.kind}`) },
            { label: t('field.subject'), value: row.subjectId },
            {
              label: t('field.states'),
              value: [row.fromState, row.toState].filter(Boolean).join(' → '),
            },
            { label: t('field.address'), value: row.actor.ip ?? row.actor.cause ?? '' },
            { label: t('field.seq'), value: row.seq },
            {
              label: t('field.hash'),
              value: <code className="break-all">{row.hash}</code>,
              wide: true,
            },
            {
              label: t('field.previousHash'),
              value: <code className="break-all">{row.previousHash}</code>,
              wide: true,
            },
          ]}
        />
      </Section>
      {lines.length > 0 && (
        <Section title={t('detail.content')}>
          <DescriptionList columns={1} items={lines} />
        </Section>
      )}
      {row.files.length > 0 && (
        <Section title={t('detail.files')}>
          <DescriptionList
            columns={1}
            items={row.files.map((file) => ({
              label: (
                <a className="link" href={`/api/files/${file.id}`}>
                  {file.name}
                </a>
              ),
              value: <code className="break-all">{file.sha256}</code>,
            }))}
          />
        </Section>
      )}
    </DetailPage>
  );
}
