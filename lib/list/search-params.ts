/** What a page of Next gets as `searchParams`. */
export type SearchParams = Promise<Record<string, string | string[] | undefined>>;

/** The parameters of a list as plain words; of a repeated one the first counts. */
export async function listParams(
  searchParams: SearchParams,
): Promise<Record<string, string | undefined>> {
  const raw = await searchParams;
  return Object.fromEntries(
    Object.entries(raw).map(([key, value]) => [
      key,
      // PostgreSQL knows no NUL in a text; nobody types one.
      (Array.isArray(value) ? value[0] : value)?.replaceAll('\0', '').slice(0, 300),
    ]),
  );
}

const address = (path: string, values: Record<string, string | undefined>) => {
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(values)) if (value) query.set(key, value);
  const text = query.toString();
  return text ? `${path}?${text}` : path;
};

/**
 * Addresses of the pages before and after this one. Keyset cursors lead forward only, so the way back is kept in
 * the address: `trail` holds the cursors of the pages passed.
 */
export function pageLinks(
  path: string,
  values: Record<string, string | undefined>,
  next: string | undefined,
): { previous: string | null; next: string | null } {
  const { after, trail, ...filters } = values;
  const passed = trail ? trail.split('~') : [];
  const before = passed[passed.length - 1];
  return {
    previous: after
      ? address(path, { ...filters, after: before, trail: passed.slice(0, -1).join('~') })
      : null,
    next: next
      ? address(path, { ...filters, after: next, trail: [...passed, after ?? ''].join('~') })
      : null,
  };
}

/** The address of the list's export with the same filters. */
export function exportHref(list: string, values: Record<string, string | undefined>): string {
  const { after: _after, trail: _trail, ...filters } = values;
  return address(`/api/ui/exports/${list}`, filters);
}
