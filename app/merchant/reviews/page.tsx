import type { Metadata } from 'next';
import { reviewListView } from '@/app/product-review/views';
import { ReviewList } from '@/components/product-review/review-list';
import { requireMerchant } from '@/lib/auth/session';
import { getT } from '@/lib/i18n/server';
import type { SearchParams } from '@/lib/list/search-params';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('productReview'))('list.merchantTitle') };
}

/** Seller centre > Products > Reviews. */
export default async function Page({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireMerchant('productReview.read');
  return <ReviewList {...(await reviewListView(actor, 'merchant', searchParams))} />;
}
