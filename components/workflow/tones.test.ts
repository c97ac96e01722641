import { expect, it } from 'vitest';
import { WORKFLOWS } from '@/lib/workflows/all';
import { toneOf } from './tones';

it('a state that waits for somebody never looks over, and an end never looks under way', () => {
  const wrong = WORKFLOWS.flatMap(({ machine }) => {
    const turns = machine.turn as Record<string, string | null>;
    return machine.states.flatMap((state) => {
      const tone = toneOf(machine.noun, state);
      const over = (machine.end as readonly string[]).includes(state);
      if (over && tone === 'info') return [`${machine.noun}.${state} is over but looks under way`];
      if (!over && turns[state] && tone === 'success')
        return [`${machine.noun}.${state} waits but looks done`];
      return [];
    });
  });
  expect(wrong).toEqual([]);
});
