import type { ProductProposal } from '@/db/schema/product-application';
import { textOfHtml } from '@/lib/workflows/product/html';

/** Everything buyers read, by field. */
function texts(proposal: ProductProposal): [string, unknown][] {
  return [
    ['name', proposal.name],
    ['summary', proposal.summary],
    ['description', textOfHtml(proposal.description)],
    ...proposal.highlights.map((text, i): [string, unknown] => [`highlights.${i}`, text]),
    ...proposal.cases.map((one, i): [string, unknown] => [
      `cases.${i}`,
      `${one.title} ${one.background} ${one.improvement}`,
    ]),
    ...proposal.specs.flatMap((spec, i): [string, unknown][] => [
      [`specs.${i}.name`, spec.name],
      [`specs.${i}.description`, spec.description],
    ]),
    ...proposal.tags.map((text, i): [string, unknown] => [`tags.${i}`, text]),
  ];
}

/** The concrete fields that a rule's field stands for, with their values. */
export function fieldsOf(proposal: ProductProposal, field: string): [string, unknown][] {
  if (field === 'texts') return texts(proposal);
  let found: [string, unknown][] = [['', proposal]];
  for (const part of field.split('.')) {
    found = found.flatMap(([path, value]): [string, unknown][] => {
      const at = (key: string | number) => (path ? `${path}.${key}` : String(key));
      if (part === '*') return Array.isArray(value) ? value.map((one, i) => [at(i), one]) : [];
      if (typeof value !== 'object' || value === null) return [];
      return [[at(part), (value as Record<string, unknown>)[part]]];
    });
  }
  return found;
}
