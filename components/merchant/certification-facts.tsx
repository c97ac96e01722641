import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { DescriptionList } from '@/components/ui/description-list';
import type { CertificationData } from '@/db/schema/business-certification';
import { certificationTexts } from './certification-texts';

/** Tax and bank data to read; the account number is masked, or what is given in its place. */
export function CertificationFacts({
  data,
  number,
}: {
  data: CertificationData;
  number?: ReactNode;
}) {
  const t = useTranslations('businessCertification');
  return (
    <DescriptionList
      items={certificationTexts(data, t).map(({ key, label, text }) => ({
        label,
        value:
          key === 'bank.number' && number ? (
            number
          ) : (
            <span className="whitespace-pre-wrap">{text}</span>
          ),
      }))}
    />
  );
}
