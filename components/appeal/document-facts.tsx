import { FileList } from '@/components/ui/file-list';
import { APPEAL_DOCUMENT_KINDS } from '@/db/schema/appeal';
import { getT } from '@/lib/i18n/server';
import type { AppealDocument } from '@/lib/workflows/appeal/queries';

/** Handed-in files by kind. */
export async function DocumentFacts({ documents }: { documents: readonly AppealDocument[] }) {
  const t = await getT('appeal.document');
  const kinds = APPEAL_DOCUMENT_KINDS.filter((kind) =>
    documents.some((file) => file.kind === kind),
  );
  return (
    <dl className="grid gap-3">
      {kinds.map((kind) => (
        <div key={kind} className="grid gap-1 sm:grid-cols-[9rem_minmax(0,1fr)] sm:gap-4">
          <dt className="text-[13px] leading-[22px] text-muted">{t(kind)}</dt>
          <dd className="min-w-0">
            <FileList
              files={documents
                .filter((file) => file.kind === kind)
                .map(({ fileId, name, size, type }) => ({ id: fileId, name, size, type }))}
            />
          </dd>
        </div>
      ))}
    </dl>
  );
}
