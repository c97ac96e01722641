import { actorFor, visitor } from '@/lib/auth/session';
import { findEverything } from '@/lib/find/all';
import { getT } from '@/lib/i18n/server';

/** Objects for the palette: `{ groups: [{ label, items }] }`, of every hat the person wears; visitors find products. */
export async function GET(request: Request): Promise<Response> {
  const q = new URL(request.url).searchParams.get('q') ?? '';
  const [t, person, member, operator] = await Promise.all([
    getT('find'),
    visitor(),
    actorFor('merchant'),
    actorFor('ops'),
  ]);
  const actors = [operator, member, person].filter((actor) => actor !== null);
  const found = await Promise.all(actors.map((actor) => findEverything(actor, q)));
  const groups = found.flat().map(({ name, items }) => ({ label: t(name), items }));
  return Response.json({ groups }, { headers: { 'cache-control': 'no-store' } });
}
