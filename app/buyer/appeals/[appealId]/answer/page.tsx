import { AnswerPage } from '@/app/appeal/pages';
import { requireBuyer } from '@/lib/auth/session';
import { answer } from '../../actions';

/** The answer to what the arbiter asked the buyer for. */
export default async function Page({ params }: { params: Promise<{ appealId: string }> }) {
  const actor = await requireBuyer();
  return <AnswerPage actor={actor} side="buyer" action={answer} {...(await params)} />;
}
