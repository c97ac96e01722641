import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { WORKFLOWS } from './all';
import { drawWorkflow } from './draw';

const folder = new URL('../../docs/workflows/', import.meta.url);

describe('the diagrams in docs/workflows', () => {
  it('show every workflow as it is; npm run docs:workflows draws them anew', () => {
    for (const { machine } of WORKFLOWS) {
      expect(readFileSync(new URL(`${machine.noun}.md`, folder), 'utf8'), machine.noun).toBe(
        drawWorkflow(machine),
      );
    }
  });

  it('show no workflow that is gone', () => {
    const nouns = WORKFLOWS.map(({ machine }) => `${machine.noun}.md`);
    const drawn = nouns.length === 0 ? [] : readdirSync(folder);
    expect(drawn.filter((name) => !nouns.includes(name))).toEqual([]);
  });
});
