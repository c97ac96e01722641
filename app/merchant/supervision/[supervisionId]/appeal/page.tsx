import { OpenAppealPage } from '@/app/appeal/pages';
import { open } from '@/app/merchant/appeals/actions';
import { requireMerchant } from '@/lib/auth/session';

/** The merchant starts an appeal about a supervised order. */
export default async function Page({ params }: { params: Promise<{ supervisionId: string }> }) {
  const actor = await requireMerchant('appeal.open');
  return <OpenAppealPage actor={actor} side="merchant" action={open} {...(await params)} />;
}
