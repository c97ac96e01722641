import { StandingBanner } from '@/components/standing/standing-banner';
import type { Actor } from '@/lib/auth/actor';
import { getStandingNotice } from '@/lib/workflows/standing/queries';

/** On pages whose submit a standing may refuse: says so before anybody fills them in. */
export async function StandingNotice({ actor }: { actor: Actor }) {
  const standing = await getStandingNotice(actor);
  if (!standing || standing.state === 'good') return null;
  return (
    <div className="mb-4">
      <StandingBanner standing={standing} />
    </div>
  );
}
