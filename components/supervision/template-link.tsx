import { Download } from 'lucide-react';
import { getT } from '@/lib/i18n/server';

/** The blank that the product gives to fill in. */
export async function TemplateLink({
  kind,
  fileId,
}: {
  kind: 'requirementTemplate' | 'deliveryTemplate';
  fileId: string | null;
}) {
  if (!fileId) return null;
  const t = await getT('supervision');
  return (
    <a className="link inline-flex items-center gap-1.5" href={`/api/files/${fileId}`} download>
      <Download aria-hidden="true" className="size-4" />
      {t('form.download', { name: t(`field.${kind}`) })}
    </a>
  );
}
