import { hoursText } from '@/components/product/support-view';
import type { Purpose, WizardData } from '@/components/product-application/wizard-data';
import type { Actor } from '@/lib/auth/actor';
import { formatList } from '@/lib/files/format';
import { type UploadRule, uploadRule } from '@/lib/files/queries';
import { formatBytes } from '@/lib/i18n/format';
import type { Locale } from '@/lib/i18n/locales';
import { getT } from '@/lib/i18n/server';
import { listAttributes } from '@/lib/records/attribute/queries';
import { listOwnSupportGroups } from '@/lib/records/support-group/queries';
import { listCategories } from '@/lib/workflows/product/queries';
import { STEPS } from '@/lib/workflows/product-application/form/limits';
import type { ApplicationView } from '@/lib/workflows/product-application/queries';

const PURPOSES = [
  'productLogo',
  'productPicture',
  'descriptionImage',
  'serviceAgreement',
  'usageGuide',
  'copyrightCertificate',
  'openSourceStatement',
  'requirementTemplate',
  'deliveryTemplate',
] as const satisfies readonly Purpose[];

/** What a field says about the files it takes: kinds, size, and pixels of pictures. */
async function uploadHint(rule: UploadRule): Promise<{ accept: string; hint: string }> {
  const t = await getT('productApplication.upload');
  const parts = [
    t('kinds', { kinds: formatList(rule.extensions) }),
    t('size', { size: formatBytes(rule.maxBytes) }),
  ];
  if (rule.minWidth && rule.minHeight && rule.ratio) {
    parts.push(t('atLeast', { width: rule.minWidth, height: rule.minHeight }));
  }
  return {
    accept: rule.extensions.map((extension) => `.${extension}`).join(','),
    hint: parts.join(' · '),
  };
}

/** Everything the wizard needs, in the reader's language. */
export async function wizardView(
  actor: Actor,
  view: ApplicationView,
  asked: { step?: string | undefined; field?: string | undefined },
  locale: Locale,
): Promise<WizardData> {
  const { row, form } = view;
  const [tree, groups, attributes, checks, rules] = await Promise.all([
    listCategories(actor),
    listOwnSupportGroups(actor),
    listAttributes(actor),
    getT('reviewRule.selfCheck'),
    Promise.all(PURPOSES.map((purpose) => uploadRule(actor, purpose))),
  ]);
  const hints = await Promise.all(rules.map(uploadHint));
  const english = locale === 'en';
  return {
    application: {
      id: row.id,
      version: row.version,
      kind: row.kind,
      state: row.state === 'rejected' ? 'rejected' : 'draft',
      reasons: row.reasons,
      opinion: row.opinion,
    },
    proposal: view.proposal,
    live: view.live,
    limits: form.limits,
    rules: form.rules,
    context: form.rule,
    files: [...view.files.values()].map(({ id, name, size, type, width, height }) => ({
      id,
      name,
      size,
      type,
      ...(width && height ? { width, height } : {}),
    })),
    categories: tree.map((top) => ({
      id: top.id,
      name: english ? top.nameEn : top.nameZh,
      leaves: top.leaves.map((leaf) => ({
        id: leaf.id,
        name: english ? leaf.nameEn : leaf.nameZh,
      })),
    })),
    supportGroups: groups.map((group) => ({
      id: group.id,
      name: group.name,
      note: [group.content, hoursText(group.hours, locale), group.phone, group.email].join(' · '),
    })),
    attributes: attributes.map((one) => ({
      code: one.code,
      kind: one.kind,
      name: english ? (one.nameEn ?? one.name) : one.name,
      preset: one.merchantId === null,
    })),
    uploads: Object.fromEntries(
      PURPOSES.map((purpose, i) => [purpose, hints[i]]),
    ) as WizardData['uploads'],
    selfChecks: form.rule.selfCheckIds.map((id) => ({ id, text: checks(id) })),
    step: STEPS.find((one) => one === asked.step) ?? 'access',
    field: asked.field,
    base: `/merchant/applications/${row.id}/edit`,
    locale,
  };
}
