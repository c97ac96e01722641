import type { Metadata } from 'next';
import { supervisionListView } from '@/app/supervision/list-view';
import { SupervisionList } from '@/components/supervision/supervision-list';
import { requireOperator } from '@/lib/auth/session';
import { getT } from '@/lib/i18n/server';
import type { SearchParams } from '@/lib/list/search-params';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT('supervision'))('title') };
}

/** Operations > Service supervision. */
export default async function Page({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireOperator('supervision.read');
  return <SupervisionList {...(await supervisionListView(actor, 'ops', searchParams))} />;
}
