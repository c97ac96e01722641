import { Field } from '@/components/ui/field';
import { FileUpload } from '@/components/ui/file-upload';
import type { DocumentDemand } from '@/db/schema/supervision';
import { sentences } from '@/lib/i18n/sentences';
import { getFormat, getT } from '@/lib/i18n/server';
import { PURPOSE_OF } from '@/lib/workflows/supervision/purposes';
import type { SupervisionRound } from '@/lib/workflows/supervision/queries';
import type { UploadRules } from '@/lib/workflows/supervision/upload-rules';

/** One upload field per kind of document that the record asks for; files of the last round are there to be kept. */
export async function DocumentFields({
  demands,
  rules,
  last,
}: {
  demands: readonly DocumentDemand[];
  rules: UploadRules;
  last: SupervisionRound | undefined;
}) {
  const [t, words, format] = await Promise.all([getT('supervision'), getT('file'), getFormat()]);
  return demands.map(({ kind, min, max }) => {
    const extensions = rules[kind]?.extensions ?? [];
    const limits = words('hint.types', {
      types: extensions.map((extension) => extension.toUpperCase()).join(' / '),
      max: format.bytes(rules[kind]?.maxBytes ?? 0),
    });
    return (
      <Field
        key={kind}
        group
        name={`documents.${kind}[]`}
        label={t(`document.${kind}`)}
        hint={sentences(t(`documentHint.${kind}`, { minimum: min }), limits)}
        required={min > 0}
      >
        <FileUpload
          purpose={PURPOSE_OF[kind]}
          accept={extensions.map((extension) => `.${extension}`).join(',')}
          multiple
          maxFiles={max}
          files={(last?.documents ?? [])
            .filter((file) => file.kind === kind)
            .map((file) => ({
              id: file.fileId,
              name: file.name,
              size: file.size,
              type: file.type,
            }))}
        />
      </Field>
    );
  });
}
