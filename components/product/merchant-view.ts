import type { merchantCards } from '@/db/schema';
import type { MerchantView } from './product-view';

/** The shop card's row as a product page shows it. */
export function merchantView(card: typeof merchantCards.$inferSelect | undefined): MerchantView {
  return {
    name: card?.name ?? '',
    introduction: card?.introduction ?? '',
    logoFileId: card?.logoFileId ?? '',
    ...(card ? { href: `/merchants/${card.merchantId}` } : {}),
    ...(card?.website ? { website: card.website } : {}),
    servicePhone: card?.servicePhone ?? '',
    serviceEmail: card?.serviceEmail ?? '',
  };
}
