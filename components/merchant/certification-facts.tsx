import { useTranslations } from 'next-intl';
import { DescriptionList } from '@/components/ui/description-list';
import type { CertificationData } from '@/db/schema/business-certification';
import { certificationTexts } from './certification-texts';

/** Tax and bank data to read; the account number is masked. */
export function CertificationFacts({ data }: { data: CertificationData }) {
  const t = useTranslations('businessCertification');
  return (
    <DescriptionList
      items={certificationTexts(data, t).map(({ label, text }) => ({
        label,
        value: <span className="whitespace-pre-wrap">{text}</span>,
      }))}
    />
  );
}
