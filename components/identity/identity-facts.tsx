import { useTranslations } from 'next-intl';
import { DescriptionList } from '@/components/ui/description-list';
import { FileList } from '@/components/ui/file-list';
import type { UploadedFile } from '@/components/ui/upload';

export type IdentityFactsProps = {
  kind: 'personal' | 'enterprise';
  name: string;
  creditCode: string | null;
  legalPerson: string | null;
  idNumberMasked: string | null;
  /** Files by field. */
  files?: Record<string, UploadedFile | undefined>;
};

/** What was handed in, as facts. */
export function IdentityFacts({ files = {}, ...row }: IdentityFactsProps) {
  const t = useTranslations('identity');
  const company = row.kind === 'enterprise';
  return (
    <DescriptionList
      items={[
        { label: t('field.kind'), value: t(`kind.${row.kind}`) },
        { label: t(company ? 'field.companyName' : 'field.personName'), value: row.name },
        ...(company
          ? [
              { label: t('field.creditCode'), value: <code>{row.creditCode}</code> },
              { label: t('field.legalPerson'), value: row.legalPerson },
            ]
          : [{ label: t('field.idNumber'), value: <code>{row.idNumberMasked}</code> }]),
        ...Object.entries(files).map(([field, file]) => ({
          label: t(`field.${field}`),
          value: file ? <FileList files={[file]} /> : null,
        })),
      ]}
    />
  );
}
