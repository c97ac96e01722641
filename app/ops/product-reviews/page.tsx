import type { Metadata } from 'next';
import { reviewListView } from '@/app/product-review/views';
import { ReviewList } from '@/components/product-review/review-list';
import { requireOperator } from '@/lib/auth/session';
import { getT } from '@/lib/i18n/server';
import type { SearchParams } from '@/lib/list/search-params';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('productReview'))('list.opsTitle') };
}

/** Operations > Product reviews. */
export default async function Page({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireOperator('productReview.read');
  return <ReviewList {...(await reviewListView(actor, 'ops', searchParams))} />;
}
