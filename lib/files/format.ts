/** Extensions as they stand in a sentence of any language: `JPG/PNG/PDF`. */
export const formatList = (items: readonly string[]): string =>
  items.map((item) => item.toUpperCase()).join('/');
