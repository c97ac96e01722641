import type { Metadata } from 'next';
import { reviewListView } from '@/app/product-review/views';
import { ReviewList } from '@/components/product-review/review-list';
import { requireBuyer } from '@/lib/auth/session';
import { getT } from '@/lib/i18n/server';
import type { SearchParams } from '@/lib/list/search-params';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('productReview'))('list.buyerTitle') };
}

/** Buyer centre > Reviews: what was written. */
export default async function Page({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireBuyer();
  return <ReviewList {...(await reviewListView(actor, 'buyer', searchParams))} />;
}
