import type { Metadata } from 'next';
import { appealListView } from '@/app/appeal/views';
import { AppealList } from '@/components/appeal/appeal-list';
import { requireOperator } from '@/lib/auth/session';
import { getT } from '@/lib/i18n/server';
import type { SearchParams } from '@/lib/list/search-params';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('appeal'))('title') };
}

/** Operations > Appeals: what the arbiter has to decide. */
export default async function Page({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireOperator('appeal.read');
  return <AppealList {...(await appealListView(actor, 'ops', searchParams))} />;
}
