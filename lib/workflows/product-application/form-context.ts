import { and, eq, inArray, isNotNull, isNull, ne } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { categories, productApplications, products, supportGroups } from '@/db/schema';
import { readRules, type StoredRule } from '@/lib/records/review-rule/queries';
import { covers } from '@/lib/records/support-group/hours';
import type { SettingReader } from '@/lib/settings/read';
import { deliveryTypeOf } from '@/lib/workflows/product/delivery-types';
import type { FormLimits } from './form/limits';
import { SELF_CHECKS } from './rules/defaults';
import type { RuleContext } from './rules/define';

export interface FormContext {
  limits: FormLimits;
  rules: StoredRule[];
  rule: RuleContext;
}

export interface FormSubject {
  merchantId: string;
  applicationId: string;
  productId: string | null;
  class: string;
  deliveryType: string;
}

/** What the form is judged against: limits, rules and what checks must know. Plain data; the browser gets the same. */
export async function readFormContext(
  tx: Tx,
  setting: SettingReader,
  subject: FormSubject,
): Promise<FormContext> {
  const leaves = await tx
    .select({ id: categories.id })
    .from(categories)
    .where(and(eq(categories.state, 'active'), isNotNull(categories.parentId)));
  const groups = await tx
    .select()
    .from(supportGroups)
    .where(and(eq(supportGroups.merchantId, subject.merchantId), isNull(supportGroups.removedAt)));
  const days = await setting('product.supportDays');
  const hours = await setting('product.supportHours');
  const classes = await setting('product.deliveryTemplateClasses');
  return {
    limits: {
      nameLength: await setting('product.nameLength'),
      specs: await setting('product.specLimit'),
      skus: await setting('product.skuLimit'),
      enumerations: await setting('product.enumerationLimit'),
      pictures: await setting('product.pictureLimit'),
      highlights: await setting('product.highlightLimit'),
      cases: await setting('product.caseLimit'),
      tags: await setting('product.tagLimit'),
      deliveryDays: await setting('product.deliveryDaysLimit'),
      deliveryTemplate: classes.includes(subject.class),
      leafIds: leaves.map(({ id }) => id),
      billings: deliveryTypeOf(subject.deliveryType)?.billings ?? [],
    },
    rules: await readRules(tx),
    rule: {
      otherNames: await otherNames(tx, subject),
      fullSupportGroupIds: groups
        .filter((one) => one.content && one.phone && one.email && covers(one.hours, days, hours))
        .map(({ id }) => id),
      selfCheckIds: [...SELF_CHECKS],
    },
  };
}

/** Names that the merchant's other products and open applications already bear (products.md 3.1). */
async function otherNames(
  tx: Tx,
  { merchantId, productId, applicationId }: FormSubject,
): Promise<string[]> {
  const live = await tx
    .select({ name: products.name })
    .from(products)
    .where(
      and(
        eq(products.merchantId, merchantId),
        ne(products.state, 'delisted'),
        productId ? ne(products.id, productId) : undefined,
      ),
    );
  const open = await tx
    .select({ name: productApplications.name, productId: productApplications.productId })
    .from(productApplications)
    .where(
      and(
        eq(productApplications.merchantId, merchantId),
        ne(productApplications.id, applicationId),
        inArray(productApplications.state, ['pending']),
      ),
    );
  const others = open.filter((row) => !productId || row.productId !== productId);
  return [...live, ...others].map(({ name }) => name);
}
