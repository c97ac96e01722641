// npm run crash -- [EVENTS] [KILLS] [SEED]: kills parts of the house while events are fired, and judges what is left.
import { build } from '../bin/lib/build.mjs';
import { crash } from './crash/run';

const [events = 10_000, kills = 24, seed = Date.now() % 1_000_000] = process.argv
  .slice(2)
  .map(Number);
await build();
console.log(`${events} events, ${kills} kills, seed ${seed}`);
const {
  wrong,
  figures,
  kills: done,
  firing,
  draining,
} = await crash({
  events,
  kills,
  seed,
  seconds: Math.max(90, events / 33),
  say: (line) => console.log(line),
});
for (const [name, value] of Object.entries({
  ...figures,
  ...Object.fromEntries(Object.entries(done).map(([k, v]) => [`kill -9 of ${k}`, v])),
}))
  console.log(`${name.padEnd(26)}${String(value).padStart(8)}`);
console.log(`fired in ${firing.toFixed(0)} s, finished ${draining.toFixed(0)} s later`);
for (const line of wrong) console.error(`✗ ${line}`);
console.log(wrong.length === 0 ? 'whole' : `${wrong.length} things wrong`);
process.exit(wrong.length === 0 ? 0 : 1);
