import { sql } from 'drizzle-orm';
import { getDatabase } from './client';
import { installationFacts } from './schema';
import { backThen, clockStands, setClock, standBack } from './seed/clock';
import { SEED_STEPS } from './seed/steps';

const LOCK = 7_110_004;

/**
 * Makes the demo once: each step commits together with the row that says so, and a step that has its row is not run
 * again. Two at once are safe: one waits and finds nothing to do.
 * @param onStep hears the name of each step that is run
 * @returns how many steps were run
 */
export async function seedDemo(onStep: (name: string) => void = () => {}): Promise<number> {
  const stood = await clockStands();
  let ran = 0;
  for (const step of SEED_STEPS) {
    const key = `demo.seeded.${step.name}`;
    await getDatabase().transaction(async (tx) => {
      await tx.execute(sql`select pg_advisory_xact_lock(${LOCK})`);
      const [done] = await tx.execute(sql`select 1 from installation_fact where key = ${key}`);
      if (done) return;
      onStep(step.name);
      await standBack(step.daysAgo);
      await step.run(tx, backThen(step.daysAgo)).finally(() => setClock(stood));
      await tx.insert(installationFacts).values({ key, value: true });
      ran += 1;
    });
  }
  return ran;
}
