/**
 * Form fields as an object: `contact.phone` nests, a name that ends in `[]` collects a list, numbers as path
 * parts make arrays (`items.0.name`). Files are left out: uploads travel as ids.
 */
export function formObject(form: FormData): Record<string, unknown> {
  const root: Record<string, unknown> = {};
  for (const [name, value] of form.entries()) {
    if (typeof value !== 'string' || name.startsWith('$')) continue;
    place(root, name, value);
  }
  return densify(root) as Record<string, unknown>;
}

const SECRET = /password|secret|^current$|^code$/i;

/**
 * What a person entered, by the name of the control, for the form to show again. Secrets are left out, and what React
 * adds to a form.
 */
export function enteredIn(form: FormData): Record<string, string[]> {
  const entered: Record<string, string[]> = {};
  for (const [name, value] of form.entries()) {
    if (typeof value !== 'string' || name.startsWith('$') || SECRET.test(name)) continue;
    if (FORBIDDEN.has(name)) continue;
    entered[name] = [...(entered[name] ?? []), value];
  }
  return entered;
}

const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);

function place(root: Record<string, unknown>, name: string, value: string): void {
  const list = name.endsWith('[]');
  const path = (list ? name.slice(0, -2) : name).split('.');
  if (path.some((part) => FORBIDDEN.has(part))) return;
  let node = root;
  for (const part of path.slice(0, -1)) {
    const next = node[part];
    if (typeof next !== 'object' || next === null) node[part] = {};
    node = node[part] as Record<string, unknown>;
  }
  const last = path[path.length - 1] as string;
  if (!list) node[last] = value;
  else if (Array.isArray(node[last])) (node[last] as unknown[]).push(value);
  else node[last] = [value];
}

function densify(node: unknown): unknown {
  if (typeof node !== 'object' || node === null || Array.isArray(node)) return node;
  const entries = Object.entries(node).map(([key, value]) => [key, densify(value)] as const);
  if (entries.length > 0 && entries.every(([key]) => /^\d{1,4}$/.test(key))) {
    return entries.sort(([a], [b]) => Number(a) - Number(b)).map(([, value]) => value);
  }
  return Object.fromEntries(entries);
}
