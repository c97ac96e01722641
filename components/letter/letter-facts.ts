import type { ReactNode } from 'react';
import type { Fact } from '@/components/ui/description-list';
import type { Format } from '@/lib/i18n/server';
import type { Translate } from '@/lib/i18n/translator';
import type { Letter } from '@/lib/records/letter/queries';

/** What a letter says. */
export const letterFacts = (
  letter: Letter,
  t: Translate,
  format: Format,
  /** The order as its reader may see it; whoever checks a letter may not. */
  order: ReactNode = letter.orderNumber,
): Fact[] => [
  { label: t('field.number'), value: letter.number },
  { label: t('field.order'), value: order },
  { label: t('field.product'), value: letter.productName },
  { label: t('field.spec'), value: letter.specName },
  { label: t('field.merchant'), value: letter.merchantName },
  { label: t('field.customer'), value: letter.customerName },
  { label: t('field.amount'), value: format.money(letter.amount) },
  { label: t('field.readyAt'), value: letter.readyAt && format.dateTime(letter.readyAt) },
  { label: t('field.keptUntil'), value: format.date(letter.keptUntil) },
];
