// npm run crash -- [EVENTS] [KILLS] [SEED]: kills parts of the house while events are fired, and judges what is left.
import { build } from '../bin/lib/build.mjs';
import { crash } from './crash/run';

/** Longest that a run may take to fire, on a machine that has much else to do: 40 minutes for ten thousand events. */
const SECONDS_PER_EVENT = 0.24;

const [events = 10_000, kills = 24, seed = Date.now() % 1_000_000] = process.argv
  .slice(2)
  .map(Number);
await build();
console.log(`${events} events, ${kills} kills, seed ${seed}`);
const result = await crash({
  events,
  kills,
  seed,
  seconds: Math.max(90, events * SECONDS_PER_EVENT),
  say: (line) => console.log(line),
});
const { wrong, firing, draining } = result;
const figures = [
  ...Object.entries(result.figures),
  ...Object.entries(result.kills).map(([victim, times]) => [`kill -9 of ${victim}`, times]),
];
for (const [name, value] of figures)
  console.log(`${String(name).padEnd(26)}${String(value).padStart(8)}`);
console.log(`fired in ${firing.toFixed(0)} s, finished ${draining.toFixed(0)} s later`);
for (const line of wrong) console.error(`✗ ${line}`);
console.log(wrong.length === 0 ? 'whole' : `${wrong.length} things wrong`);
process.exit(wrong.length === 0 ? 0 : 1);
