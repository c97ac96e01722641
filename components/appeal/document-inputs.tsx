import { Field } from '@/components/ui/field';
import { FileUpload } from '@/components/ui/file-upload';
import type { AppealDocumentKind } from '@/db/schema/appeal';
import type { UploadRule } from '@/lib/files/queries';
import { sentences } from '@/lib/i18n/sentences';
import { getFormat, getT } from '@/lib/i18n/server';

/** What a kind of document takes. */
export interface AppealUpload {
  kind: AppealDocumentKind;
  max: number;
  rule: UploadRule;
}

/** One upload field per kind of document; which of them a ground needs is said where it is chosen. */
export async function DocumentInputs({ uploads }: { uploads: readonly AppealUpload[] }) {
  const [t, words, format] = await Promise.all([getT('appeal'), getT('file'), getFormat()]);
  return uploads.map(({ kind, max, rule }) => {
    const limits = words('hint.types', {
      types: rule.extensions.map((extension) => extension.toUpperCase()).join(' / '),
      max: format.bytes(rule.maxBytes),
    });
    return (
      <Field
        key={kind}
        group
        name={`documents.${kind}[]`}
        label={t(`document.${kind}`)}
        hint={sentences(t(`documentHint.${kind}`), limits)}
      >
        <FileUpload
          purpose={rule.purpose}
          accept={rule.extensions.map((extension) => `.${extension}`).join(',')}
          multiple
          maxFiles={max}
        />
      </Field>
    );
  });
}
