import { OpenAppealPage } from '@/app/appeal/pages';
import { open } from '@/app/buyer/appeals/actions';
import { requireBuyer } from '@/lib/auth/session';

/** The buyer starts an appeal about a supervised order. */
export default async function Page({ params }: { params: Promise<{ supervisionId: string }> }) {
  const actor = await requireBuyer();
  return <OpenAppealPage actor={actor} side="buyer" action={open} {...(await params)} />;
}
