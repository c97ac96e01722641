// Draws every workflow as a diagram into docs/workflows.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { WORKFLOWS } from '@/lib/workflows/all';
import { drawWorkflow } from '@/lib/workflows/draw';

const folder = resolve(import.meta.dirname, '../docs/workflows');
mkdirSync(folder, { recursive: true });
for (const name of readdirSync(folder)) rmSync(join(folder, name));
for (const { machine } of WORKFLOWS) {
  writeFileSync(join(folder, `${machine.noun}.md`), drawWorkflow(machine));
  console.log(`docs/workflows/${machine.noun}.md`);
}
