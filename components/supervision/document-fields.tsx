import { Field } from '@/components/ui/field';
import { FileUpload } from '@/components/ui/file-upload';
import type { DocumentDemand } from '@/db/schema/supervision';
import { getT } from '@/lib/i18n/server';
import { PURPOSE_OF } from '@/lib/workflows/supervision/purposes';
import type { SupervisionRound } from '@/lib/workflows/supervision/queries';

/** One upload field per kind of document that the record asks for; files of the last round are there to be kept. */
export async function DocumentFields({
  demands,
  last,
}: {
  demands: readonly DocumentDemand[];
  last: SupervisionRound | undefined;
}) {
  const t = await getT('supervision');
  return demands.map(({ kind, min, max }) => (
    <Field
      key={kind}
      group
      name={`documents.${kind}[]`}
      label={t(`document.${kind}`)}
      hint={t(`documentHint.${kind}`, { minimum: min })}
      required={min > 0}
    >
      <FileUpload
        purpose={PURPOSE_OF[kind]}
        multiple
        maxFiles={max}
        files={(last?.documents ?? [])
          .filter((file) => file.kind === kind)
          .map((file) => ({ id: file.fileId, name: file.name, size: file.size, type: file.type }))}
      />
    </Field>
  ));
}
