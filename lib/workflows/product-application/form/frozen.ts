import type { SpecAttribute } from '@/db/schema/product';
import type { ProductProposal, SpecDraft } from '@/db/schema/product-application';
import { skuKey } from '@/lib/workflows/product/sku-key';
import type { Complaints } from './limits';

const frozen = (name: string, params?: Record<string, string | number>) => ({
  key: `productApplication.error.frozen.${name}`,
  ...(params ? { params } : {}),
});

/**
 * What a modification may not touch once a product is listed (products.md 4.2), by field of the proposal. What is
 * frozen is replaced by adding a specification and delisting the old one.
 */
export function frozenComplaints(live: ProductProposal, proposed: ProductProposal): Complaints {
  const found: Complaints = {};
  for (const spec of live.specs) {
    const index = proposed.specs.findIndex((one) => one.id === spec.id);
    const now = proposed.specs[index];
    if (!now) found.specs = frozen('specRemoved', { spec: spec.name });
    else Object.assign(found, specComplaints(spec, now, `specs.${index}`));
  }
  proposed.specs.forEach((spec, i) => {
    const known = spec.id === undefined || live.specs.some((one) => one.id === spec.id);
    if (!known) found[`specs.${i}`] = frozen('specDelisted', { spec: spec.name });
  });
  return found;
}

function specComplaints(live: SpecDraft, now: SpecDraft, at: string): Complaints {
  const found: Complaints = {};
  if (live.pricing !== now.pricing) found[`${at}.pricing`] = frozen('pricing');
  const gone = live.billings.filter((one) => !now.billings.includes(one));
  const added = now.billings.filter((one) => !live.billings.includes(one));
  // A monthly price may be added to a yearly one or the reverse; selling once is another way of billing.
  const periodic = [...live.billings, ...added].every((one) => one !== 'oneTime');
  if (gone.length > 0) found[`${at}.billings`] = frozen('billingRemoved');
  else if (added.length > 0 && !periodic) found[`${at}.billings`] = frozen('billingMode');
  Object.assign(found, attributesComplaint(live, now, at));
  const keys = new Set(now.skus.filter((sku) => sku.offered).map(skuKey));
  if (!live.skus.every((sku) => keys.has(skuKey(sku))) && Object.keys(found).length === 0) {
    found[`${at}.skus`] = frozen('skuRemoved');
  }
  return found;
}

function attributesComplaint(live: SpecDraft, now: SpecDraft, at: string): Complaints {
  const same =
    live.attributes.length === now.attributes.length &&
    live.attributes.every((one, i) => {
      const other = now.attributes[i];
      return one.code === other?.code && one.kind === other.kind && one.name === other.name;
    });
  if (!same) return { [`${at}.attributes`]: frozen('attributeSet') };
  return Object.fromEntries(
    live.attributes.flatMap((one, i) => {
      const complaint = attributeComplaint(one, now.attributes[i] as SpecAttribute);
      return complaint ? [[`${at}.attributes.${i}`, complaint]] : [];
    }),
  );
}

function attributeComplaint(live: SpecAttribute, now: SpecAttribute) {
  if (live.kind === 'enumeration' || now.kind === 'enumeration') {
    const before = live.kind === 'enumeration' ? live.values : [];
    const after = now.kind === 'enumeration' ? now.values : [];
    return before.join('\n') === after.join('\n') ? undefined : frozen('enumerationValues');
  }
  if (live.step !== now.step || live.unit !== now.unit) return frozen('quantityStep');
  if (now.min > live.min || now.max < live.max) {
    return frozen('quantityRange', { min: live.min, max: live.max });
  }
  return undefined;
}
