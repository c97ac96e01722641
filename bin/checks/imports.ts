import { dirname, join, normalize } from 'node:path';
import { LAYERS, RULES } from './layers';

/**
 * One import. `target` is a path in the source tree without extension, or the name of a package; `names` is what
 * stands between braces.
 */
export type Import = { target: string; typeOnly: boolean; names: string[]; line: number };

const IMPORT =
  /(?:^|[\s;])(?:import|export)\s+(type\s)?([^'"();]*?\sfrom\s*)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/g;

const withoutExtension = (path: string) => path.replace(/\.(ts|tsx|mjs|js)$/, '');

/** The imports of one file. `path` is relative to the root of the source tree. */
export function importsOf(path: string, text: string): Import[] {
  return [...text.matchAll(IMPORT)].map((match) => {
    const named = match[3] ?? match[4] ?? '';
    const braces = /\{([^}]*)\}/.exec(match[2] ?? '')?.[1] ?? '';
    const names = braces.split(',').flatMap((part) => part.trim().split(/\s+as\s+/)[0] || []);
    const target = named.startsWith('@/')
      ? named.slice(2)
      : named.startsWith('.')
        ? normalize(join(dirname(path), named)).replaceAll('\\', '/')
        : named;
    const line = text.slice(0, match.index).split('\n').length + (/^\s*\n/.test(match[0]) ? 1 : 0);
    return { target: withoutExtension(target), typeOnly: isTypeOnly(match[1], names), names, line };
  });
}

/** `import type { … }`, or braces that hold nothing but `type X`. */
const isTypeOnly = (keyword: string | undefined, names: string[]) =>
  keyword !== undefined || (names.length > 0 && names.every((name) => name.startsWith('type ')));

function layerOf(path: string): number | undefined {
  let best: { layer: number; length: number } | undefined;
  LAYERS.forEach(([, entries], layer) => {
    for (const entry of entries) {
      const inside = path === entry || path.startsWith(`${entry}/`);
      if (inside && entry.length > (best?.length ?? 0)) best = { layer, length: entry.length };
    }
  });
  return best?.layer;
}

const workflowOf = (path: string) => /^lib\/workflows\/([^/]+)\//.exec(path)?.[1];

/** What is wrong with one import, or undefined. `order` lists the workflows, earliest first. */
export function complaint(from: string, one: Import, order: string[]): string | undefined {
  const { target, typeOnly } = one;
  const file = withoutExtension(from);
  const rule = RULES.find(
    (other) => other.in.test(file) && !other.except?.test(file) && other.refuses(one, file),
  );
  if (rule) return rule.why;
  const own = layerOf(file);
  if (own === undefined) return 'this file is in no layer; add its room to bin/checks/layers.ts';
  const other = layerOf(target);
  if (other !== undefined && other > own && !typeOnly)
    return `the layer "${LAYERS[own]?.[0]}" comes before "${LAYERS[other]?.[0]}"`;
  const [mine, theirs] = [workflowOf(file), workflowOf(target)];
  if (mine && theirs && mine !== theirs && !typeOnly && order.indexOf(theirs) > order.indexOf(mine))
    return `workflow "${mine}" comes before "${theirs}" in lib/workflows/all.ts; reach it by a job`;
  return undefined;
}
