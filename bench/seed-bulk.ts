// npm run bench:seed -- [ORDERS] [MERCHANTS]: fills the empty database of DATABASE_URL with a million orders of 2,000 merchants.
import { databaseName } from '@/db/databases';
import { migrate } from '@/db/migrate';
import { env } from '@/lib/env';
import { explain } from '../bin/lib/explain';
import { seedBulk } from './seed/bulk';
import { sizeOf } from './seed/plan';

try {
  const orders = Number(process.argv[2] ?? 1_000_000);
  const merchants = Number(process.argv[3] ?? 2000);
  if (!(Number.isInteger(orders) && orders >= 100 && Number.isInteger(merchants) && merchants >= 1))
    throw new Error('Say how many: seed-bulk [orders, at least 100] [merchants].');
  const { DATABASE_DIRECT_URL: url } = env();
  const since = performance.now();
  await migrate(url);
  await seedBulk(url, {
    ...sizeOf(orders, merchants),
    tell: (step, seconds) => console.log(`${step.padEnd(22)}${seconds.toFixed(1).padStart(7)} s`),
  });
  const seconds = (performance.now() - since) / 1000;
  console.log(
    `${orders} orders of ${merchants} merchants in ${databaseName(url)}: ${seconds.toFixed(1)} s, ${Math.round(orders / seconds)} orders a second`,
  );
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
}
