/** `specs.1.name` and `specs.*.name` → `specs_name`: the key of a field's name under `reviewRule.fieldName`. */
export const fieldKey = (field: string): string =>
  field.replaceAll(/\.(?:\*|\d+)/g, '').replaceAll('.', '_');
