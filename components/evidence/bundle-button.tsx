import { PackageCheck } from 'lucide-react';
import { Button, type ButtonStyle } from '@/components/ui/button';
import type { Portal } from '@/lib/auth/viewer';
import { getT } from '@/lib/i18n/server';

/** Takes the evidence of an order out as one file that proves itself; the export is on the record. */
export async function BundleButton({
  orderId,
  portal,
  look,
  size,
}: {
  orderId: string;
  portal: Portal;
} & Pick<ButtonStyle, 'look' | 'size'>) {
  const t = await getT('appeal.bundle');
  return (
    <form
      method="post"
      action={`/api/ui/evidence/${orderId}?portal=${portal}`}
      className="no-print"
    >
      <Button type="submit" look={look} size={size} title={t('hint')}>
        <PackageCheck aria-hidden="true" />
        {t('export')}
      </Button>
    </form>
  );
}
