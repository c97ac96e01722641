/** The value if it is one of the list; a filter in a URL may say anything. */
export const oneOf = <T extends string>(
  list: readonly T[],
  value: string | undefined,
): T | undefined => list.find((item) => item === value);

/** A calendar day of a filter (`2026-11-21`) as the moment it begins in the marketplace's zone, plus `days`. */
export function dayFilter(value: string | undefined, days = 0): Date | undefined {
  if (!value || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return undefined;
  const at = new Date(`${value}T00:00:00+08:00`);
  return Number.isNaN(at.getTime()) ? undefined : new Date(at.getTime() + days * 86_400_000);
}
