// A process that confirms the top-ups it is sent, through the engine or by hand, and says when it has done so.
import { closeDatabase } from '@/db/client';
import { env } from '@/lib/env';
import { newId } from '@/lib/ids';
import { confirmTopUp } from '@/lib/workflows/top-up/commands';
import { byHand } from './by-hand';

const [way = '', operatorId = '', connections = '4'] = process.argv.slice(2);
const hand =
  way === 'hand' ? byHand(env().DATABASE_URL, Number(connections), operatorId) : undefined;
const staff = { kind: 'operator' as const, accountId: operatorId, roles: ['finance' as const] };
const confirm = hand
  ? (id: string) => hand.confirm(id)
  : (id: string) => confirmTopUp(staff, id, { amount: '100', bankReference: newId('view') });

process.on('message', async (ids: string[]) => {
  const left = [...ids];
  const lane = async () => {
    for (let id = left.pop(); id; id = left.pop()) await confirm(id);
  };
  await Promise.all(Array.from({ length: Number(connections) }, lane));
  process.send?.('done');
});
process.on('disconnect', async () => {
  await hand?.end();
  await closeDatabase();
  process.exit(0);
});
process.send?.('ready');
