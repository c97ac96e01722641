/** Name of the unique constraint or index that a write ran into, or nothing for every other error. */
export function violatedUnique(error: unknown): string | undefined {
  for (let at = error; at instanceof Error; at = at.cause) {
    const { code, constraint_name: name } = at as Error & {
      code?: string;
      constraint_name?: string;
    };
    if (code === '23505') return name;
  }
  return undefined;
}
