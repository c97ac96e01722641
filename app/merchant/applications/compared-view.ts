import { hoursText } from '@/components/product/support-view';
import { checksByField } from '@/components/product-application/checks-by-field';
import { type Comparing, comparedFields } from '@/components/product-application/compared';
import type { ComparedField } from '@/components/workflow/difference';
import type { Actor } from '@/lib/auth/actor';
import { listFiles } from '@/lib/files/list';
import type { Locale } from '@/lib/i18n/locales';
import { currentLocale, getT } from '@/lib/i18n/server';
import { listSupportGroupsOf, type SupportGroup } from '@/lib/records/support-group/queries';
import type { OwnProduct } from '@/lib/workflows/product/own-queries';
import { proposalOf } from '@/lib/workflows/product/proposal';
import { listCategories } from '@/lib/workflows/product/queries';
import { fileIdsOf } from '@/lib/workflows/product-application/file-fields';
import type { ApplicationView } from '@/lib/workflows/product-application/queries';

/** The results of the review rules by field of the comparison. */
export const applicationChecks = (view: ApplicationView, locale: Locale) =>
  checksByField({
    rules: view.form.rules,
    results: view.results,
    specs: view.proposal.specs.length,
    locale,
  });

/** The words that a comparison needs, in the reader's language. */
async function comparingWords(
  actor: Actor,
  groups: readonly SupportGroup[],
  locale: Locale,
): Promise<Comparing['words']> {
  const [t, checks, tree] = await Promise.all([
    getT('productApplication'),
    getT('reviewRule.selfCheck'),
    listCategories(actor, { retired: true }),
  ]);
  const nameOf = (row: { nameZh: string; nameEn: string }) =>
    locale === 'en' ? row.nameEn : row.nameZh;
  return {
    field: (name) => t(`field.${name}`),
    category: (id) => {
      const top = tree.find(({ leaves }) => leaves.some((leaf) => leaf.id === id));
      const leaf = top?.leaves.find((one) => one.id === id);
      return top && leaf ? `${nameOf(top)} / ${nameOf(leaf)}` : '';
    },
    support: (id) => {
      const group = groups.find((one) => one.id === id);
      return group
        ? [
            group.name,
            group.content,
            hoursText(group.hours, locale),
            group.phone,
            group.email,
          ].join(' · ')
        : '';
    },
    selfCheck: (id) => (checks.has(id) ? checks(id) : id),
    flow: (requirementStep) => t(`flow.${requirementStep ? 'with' : 'without'}`),
    sale: (isPublic) => t(`sale.${isPublic ? 'public' : 'hidden'}`),
    yes: (value) => t(value ? 'yes' : 'no'),
    days: (count) => `${count} ${t('days')}`,
  };
}

/** The application field by field, against what is live where something is, or against what the caller names. */
export async function comparedView(
  actor: Actor,
  view: ApplicationView,
  locale: Locale,
  before = view.live,
): Promise<ComparedField[]> {
  return comparedFields({
    proposal: view.proposal,
    live: before,
    files: view.files,
    checks: applicationChecks(view, locale),
    words: await comparingWords(actor, view.supportGroups, locale),
  });
}

/** What is live of a product, field by field; specifications have their own section. */
export async function comparedContent(actor: Actor, view: OwnProduct): Promise<ComparedField[]> {
  const locale = await currentLocale();
  const { product } = view;
  const proposal = { ...proposalOf({ product, specs: [], skus: [] }), specs: [] };
  const [files, groups] = await Promise.all([
    listFiles(actor, fileIdsOf(proposal)),
    listSupportGroupsOf(actor, product.merchantId, product.content.supportGroupIds),
  ]);
  const shown = comparedFields({
    proposal,
    live: undefined,
    files,
    checks: new Map(),
    words: await comparingWords(actor, groups, locale),
  });
  return shown.filter(({ key }) => !HEADED.has(key));
}

/** Shown above the content already. */
const HEADED = new Set(['name', 'productVersion', 'publicSale', 'categoryId']);
