import type { ProductProposal } from '@/db/schema/product-application';

export type Patch = Partial<ProductProposal>;
export type FieldName = keyof ProductProposal;

/** Whether two values of the form say the same, whatever the order of their keys. */
export function sameValue(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (!isRecord(one) || !isRecord(other) || Array.isArray(one) !== Array.isArray(other)) {
    return false;
  }
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...keys].every((key) => sameValue(one[key], other[key]));
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/**
 * Brings together what was typed here and what somebody else saved meanwhile, field by field: what only one side
 * touched is kept, what both changed differently is for the person to decide. Nothing is dropped but what is the same.
 * @param base what this side last knew as saved; without it every difference is for the person to decide
 */
export function mergePatch(
  base: ProductProposal | undefined,
  theirs: ProductProposal,
  mine: Patch,
): { keep: Patch; conflicts: Patch } {
  const keep: Patch = {};
  const conflicts: Patch = {};
  for (const field of Object.keys(mine) as FieldName[]) {
    if (sameValue(mine[field], theirs[field])) continue;
    const untouched = base !== undefined && sameValue(base[field], theirs[field]);
    Object.assign(untouched ? keep : conflicts, { [field]: mine[field] });
  }
  return { keep, conflicts };
}
