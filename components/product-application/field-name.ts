/** Words of the catalog `productApplication`. */
interface FieldWords {
  (key: string): string;
  has: (key: string) => boolean;
}

/** What people call a field of the form, e.g. `specs.1.name`: 规格 2 · 规格名称. */
export function fieldName(t: FieldWords, path: string): string {
  const [head = '', index, ...rest] = path.split('.');
  const key = `field.${head}`;
  const name = t.has(key) ? t(key) : head;
  if (index === undefined || !/^\d+$/.test(index)) return name;
  const innerKey = `field.in_${rest.filter((part) => !/^\d+$/.test(part)).join('_')}`;
  const one = `one.${head}`;
  const place = `${t.has(one) ? t(one) : name} ${Number(index) + 1}`;
  return t.has(innerKey) ? `${place} · ${t(innerKey)}` : place;
}
