import type { Machine } from '@/lib/engine/define';
import { targetsOf } from '@/lib/engine/define';

/** Who may fire an event, for the arrow's label. */
const label = (event: string, by: readonly string[]) => `${event} (${by.join(', ')})`;

/** A workflow as a Mermaid state diagram in Markdown, with its deadlines as a table. */
export function drawWorkflow(machine: Machine): string {
  const lines = [
    `# ${machine.noun}`,
    '',
    'Drawn from `machine.ts` by `npm run docs:workflows`.',
    '',
    '```mermaid',
    'stateDiagram-v2',
  ];
  for (const [event, spec] of Object.entries(machine.events)) {
    const sources = spec.from === 'none' ? ['[*]'] : spec.from;
    for (const from of sources) {
      for (const to of targetsOf(spec)) lines.push(`  ${from} --> ${to}: ${label(event, spec.by)}`);
    }
  }
  for (const state of machine.end) lines.push(`  ${state} --> [*]`);
  lines.push('```', '', '| State | Whose turn | By itself |', '| --- | --- | --- |');
  for (const state of machine.states) {
    const deadlines = (machine.deadlines?.[state] ?? []).map(
      (spec) =>
        `${spec.fire} ${spec.setting ? `after \`${spec.setting}\`` : 'at the moment on the row'}${spec.repeat ? ', again and again' : ''}`,
    );
    lines.push(`| ${state} | ${machine.turn[state] ?? '–'} | ${deadlines.join('; ') || '–'} |`);
  }
  return `${lines.join('\n')}\n`;
}
