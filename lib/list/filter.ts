/** The value if it is one of the list; a filter in a URL may say anything. */
export const oneOf = <T extends string>(
  list: readonly T[],
  value: string | undefined,
): T | undefined => list.find((item) => item === value);
