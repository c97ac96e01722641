import { canonicalJson } from '@/lib/audit/canonical';

/**
 * Top-level fields that differ between two unfinished forms. A form sends text and empty fields where a record has
 * numbers and nothing; that is no change.
 */
export function changedFields(
  before: Record<string, unknown>,
  after: Record<string, unknown>,
): string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((key) => canonicalJson(asTyped(before[key])) !== canonicalJson(asTyped(after[key])))
    .sort();
}

/** The value as a form would send it: text only, and nothing where there is nothing. */
function asTyped(value: unknown): unknown {
  if (value === undefined || value === null || value === '') return null;
  if (typeof value !== 'object') return String(value);
  if (Array.isArray(value)) return value.length > 0 ? value.map(asTyped) : null;
  const filled = Object.entries(value).flatMap(([key, item]) => {
    const typed = asTyped(item);
    return typed === null ? [] : [[key, typed] as const];
  });
  return filled.length > 0 ? Object.fromEntries(filled) : null;
}
