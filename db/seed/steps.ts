import type { Tx } from '../client';
import { seedCalendar } from './calendar';
import { seedMerchants } from './merchants';
import { seedProducts } from './products';
import { seedOrders } from './order';
import { seedPeople } from './seed-people';

/** One part of the demo; later parts may rely on earlier ones. Runs once, in a transaction of its own. */
export type SeedStep = { name: string; run: (tx: Tx, now: Date) => Promise<void> };

/** The demo, in the order in which it is made. */
export const SEED_STEPS: SeedStep[] = [
  { name: 'calendar', run: seedCalendar },
  { name: 'people', run: seedPeople },
  { name: 'merchants', run: seedMerchants },
  { name: 'products', run: seedProducts },
  { name: 'orders', run: seedOrders },
];
