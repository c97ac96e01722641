import { Field } from '@/components/ui/field';
import { FileUpload } from '@/components/ui/file-upload';
import type { UploadRule } from '@/lib/files/queries';
import { sentences } from '@/lib/i18n/sentences';
import { getFormat, getT } from '@/lib/i18n/server';
import type { RefundDemand } from '@/lib/workflows/refund/documents';

/** One upload field per kind of file that a decision asks for. */
export async function RefundDocumentFields({
  demands,
  rule,
}: {
  demands: readonly RefundDemand[];
  rule: UploadRule;
}) {
  const [t, words, format] = await Promise.all([getT('refund'), getT('file'), getFormat()]);
  const limits = words('hint.types', {
    types: rule.extensions.map((extension) => extension.toUpperCase()).join(' / '),
    max: format.bytes(rule.maxBytes),
  });
  return demands.map(({ kind, min, max }) => (
    <Field
      key={kind}
      group
      name={`documents.${kind}[]`}
      label={t(`document.${kind}`)}
      hint={sentences(t(`documentHint.${kind}`), limits)}
      required={min > 0}
    >
      <FileUpload
        purpose="refundProof"
        accept={rule.extensions.map((extension) => `.${extension}`).join(',')}
        multiple
        maxFiles={max}
      />
    </Field>
  ));
}
