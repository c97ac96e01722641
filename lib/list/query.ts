/** What a page gets as `searchParams`. */
export type Query = Promise<Record<string, string | string[] | undefined>>;

/** The one value of a search parameter; of a repeated one, the first. */
export function one(value: string | string[] | undefined): string | undefined {
  const first = Array.isArray(value) ? value[0] : value;
  return first === '' ? undefined : first;
}
