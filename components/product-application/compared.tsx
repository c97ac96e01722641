import type { UploadedFile } from '@/components/ui/upload';
import type { CheckResult } from '@/components/workflow/check-list';
import type { ComparedField, Side } from '@/components/workflow/difference';
import type { ProductProposal, SpecDraft } from '@/db/schema/product-application';
import { SpecSummary } from './spec-summary';

export interface Comparing {
  proposal: ProductProposal;
  /** What it is compared with: what is live, or what was handed in before. */
  live: ProductProposal | undefined;
  files: ReadonlyMap<string, UploadedFile>;
  /** Results of the review rules by compared field; those of specifications by `specs.<n>`. */
  checks: ReadonlyMap<string, CheckResult[]>;
  /** Name of a field, of a category, of a support group, of a self-check item. */
  words: {
    field: (name: string) => string;
    category: (id: string) => string;
    support: (id: string) => string;
    selfCheck: (id: string) => string;
    flow: (requirementStep: boolean) => string;
    sale: (isPublic: boolean) => string;
    yes: (value: boolean) => string;
    days: (count: number) => string;
  };
}

const text = (value: string): Side => ({ kind: 'text', text: value });

/** A proposal against what is live, field by field, in the order of the form. */
export function comparedFields({
  proposal,
  live,
  files,
  checks,
  words,
}: Comparing): ComparedField[] {
  const uploads = (ids: readonly string[]): Side => ({
    kind: 'files',
    files: ids.flatMap((id) => files.get(id) ?? []),
  });
  const one = (id: string) => uploads(id ? [id] : []);
  const views: [string, (from: ProductProposal) => Side][] = [
    ['name', (from) => text(from.name)],
    ['productVersion', (from) => text(from.productVersion)],
    ['logoFileId', (from) => one(from.logoFileId)],
    ['flow', (from) => text(words.flow(from.flow.requirementStep))],
    ['deliveryPeriodDays', (from) => text(words.days(from.deliveryPeriodDays))],
    ['requirementTemplateFileId', (from) => one(from.requirementTemplateFileId)],
    ['deliveryTemplateFileId', (from) => one(from.deliveryTemplateFileId)],
    ['pictureFileIds', (from) => uploads(from.pictureFileIds)],
    ['summary', (from) => text(from.summary)],
    ['description', (from) => ({ kind: 'html', html: from.description })],
    ['highlights', (from) => text(from.highlights.join('\n'))],
    [
      'cases',
      (from) =>
        text(
          from.cases
            .map(({ title, background, improvement }) => `${title}\n${background}\n${improvement}`)
            .join('\n\n'),
        ),
    ],
    ['agreementFileId', (from) => one(from.agreementFileId)],
    ['guideFileId', (from) => one(from.guideFileId)],
    ['supportGroupIds', (from) => text(from.supportGroupIds.map(words.support).join('\n'))],
    ['software', (from) => text(words.yes(from.software))],
    ['copyrightFileIds', (from) => uploads(from.copyrightFileIds)],
    ['openSource', (from) => text(words.yes(from.openSource))],
    ['openSourceFileId', (from) => one(from.openSourceFileId)],
    ['selfChecks', (from) => text(from.selfChecks.map(words.selfCheck).join('\n'))],
    ['publicSale', (from) => text(words.sale(from.publicSale))],
    ['categoryId', (from) => text(words.category(from.categoryId))],
    ['tags', (from) => text(from.tags.join(', '))],
    [
      'seo',
      (from) =>
        text([from.seo.title, from.seo.keywords, from.seo.description].filter(Boolean).join('\n')),
    ],
  ];
  const fields = views.map(
    ([key, view]): ComparedField => ({
      key,
      label: words.field(key),
      before: live ? view(live) : null,
      after: view(proposal),
      checks: checks.get(key) ?? [],
    }),
  );
  return [...fields, ...comparedSpecs(proposal, live, checks, words.field('specs'))];
}

function comparedSpecs(
  proposal: ProductProposal,
  live: ProductProposal | undefined,
  checks: Comparing['checks'],
  label: string,
): ComparedField[] {
  const side = (spec: SpecDraft | undefined, against?: SpecDraft): Side =>
    spec
      ? {
          kind: 'node',
          node: <SpecSummary spec={spec} against={against} />,
          same: signature(spec),
        }
      : null;
  const proposed = proposal.specs.map((spec, i): ComparedField => {
    const before = live?.specs.find((one) => isSame(one, spec));
    return {
      key: `specs.${i}`,
      label: `${label} ${i + 1}`,
      before: side(before),
      after: side(spec, before),
      checks: checks.get(`specs.${i}`) ?? [],
    };
  });
  const taken = (live?.specs ?? []).filter(
    (spec) => !proposal.specs.some((one) => isSame(spec, one)),
  );
  return [
    ...proposed,
    ...taken.map(
      (spec): ComparedField => ({
        key: spec.key,
        label: `${label} · ${spec.name}`,
        before: side(spec),
        after: null,
      }),
    ),
  ];
}

/** A listed specification keeps its id; what was never listed is known by its place in the form. */
const isSame = (before: SpecDraft, after: SpecDraft): boolean =>
  before.id === undefined ? before.key === after.key : before.id === after.id;

/** What makes two versions of a specification the same. */
const signature = ({ name, description, hidden, attributes, skus }: SpecDraft): string =>
  JSON.stringify([
    name,
    description,
    hidden,
    attributes,
    skus
      .filter((sku) => sku.offered)
      .map(({ billing, values, price, bands }) => [billing, values, price, bands]),
  ]);
