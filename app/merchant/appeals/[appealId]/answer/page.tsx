import { AnswerPage } from '@/app/appeal/pages';
import { requireMerchant } from '@/lib/auth/session';
import { answer } from '../../actions';

/** The answer to what the arbiter asked the merchant for. */
export default async function Page({ params }: { params: Promise<{ appealId: string }> }) {
  const actor = await requireMerchant('appeal.answer');
  return <AnswerPage actor={actor} side="merchant" action={answer} {...(await params)} />;
}
