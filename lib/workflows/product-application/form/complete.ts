import type { ProductProposal } from '@/db/schema/product-application';
import { lengthOfHtml } from '@/lib/workflows/product/html';
import { specComplaints } from './complete-specs';
import { type Complaints, type FormLimits, isBlank } from './limits';

const REQUIRED = [
  'name',
  'productVersion',
  'logoFileId',
  'summary',
  'agreementFileId',
  'guideFileId',
] as const satisfies readonly (keyof ProductProposal)[];

/**
 * What the form still lacks before it can be submitted (products.md 3.1–3.6), by field. Pure: the wizard runs it
 * while people type, the server before it accepts a submission.
 */
export function completenessComplaints(proposal: ProductProposal, limits: FormLimits): Complaints {
  const found: Complaints = {};
  const add = (path: string, name: string, params?: Record<string, string | number>) => {
    found[path] ??= {
      key: `productApplication.error.field.${name}`,
      ...(params ? { params } : {}),
    };
  };
  for (const field of REQUIRED) if (isBlank(proposal[field])) add(field, 'required');
  if ([...proposal.name].length > limits.nameLength) {
    add('name', 'tooLong', { maximum: limits.nameLength });
  }
  if (proposal.deliveryPeriodDays < 1) add('deliveryPeriodDays', 'required');
  if (proposal.deliveryPeriodDays > limits.deliveryDays) {
    add('deliveryPeriodDays', 'daysTooMany', { maximum: limits.deliveryDays });
  }
  if (proposal.flow.requirementStep && !proposal.requirementTemplateFileId) {
    add('requirementTemplateFileId', 'required');
  }
  if (limits.deliveryTemplate && !proposal.deliveryTemplateFileId) {
    add('deliveryTemplateFileId', 'required');
  }
  within('pictureFileIds', proposal.pictureFileIds, limits.pictures, 1);
  within('highlights', proposal.highlights, limits.highlights, 1);
  within('cases', proposal.cases, limits.cases);
  within('tags', proposal.tags, limits.tags);
  within('specs', proposal.specs, limits.specs, 1);
  if (lengthOfHtml(proposal.description) === 0) add('description', 'required');
  proposal.highlights.forEach((text, i) => {
    if (isBlank(text)) add(`highlights.${i}`, 'required');
    if ([...text].length > 100) add(`highlights.${i}`, 'tooLong', { maximum: 100 });
  });
  proposal.cases.forEach((one, i) => {
    for (const part of ['title', 'background', 'improvement'] as const) {
      if (isBlank(one[part])) add(`cases.${i}.${part}`, 'required');
    }
  });
  if (proposal.supportGroupIds.length === 0) add('supportGroupIds', 'supportMissing');
  if (proposal.categoryId === '') add('categoryId', 'required');
  else if (!limits.leafIds.includes(proposal.categoryId)) add('categoryId', 'categoryGone');
  proposal.specs.forEach((spec, i) => {
    Object.assign(found, specComplaints(spec, `specs.${i}`, limits));
  });
  return found;

  function within(path: string, list: readonly unknown[], maximum: number, minimum = 0) {
    if (list.length < minimum) add(path, 'tooFew', { minimum });
    if (list.length > maximum) add(path, 'tooMany', { maximum });
  }
}
