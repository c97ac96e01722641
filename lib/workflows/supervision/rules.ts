import type { ACCEPTANCE_RULES, Demands, DocumentDemand } from '@/db/schema/supervision';
import type { CheckRule, DocumentRule, SceneRule } from '@/lib/settings/registry/supervision';
import type { FlowVersion } from '@/lib/workflows/order/flow-version';

export interface Sale {
  productClass: string;
  /** Programmes the buyer belongs to at payment. */
  tracks: readonly string[];
  /** What the order was paid with. */
  instruments: readonly string[];
}

/** Sales scene of an order, with the rule of acceptance and whether the platform re-reviews (section 1). */
export function sceneOf(
  rules: readonly SceneRule[],
  sale: Sale,
): Pick<SceneRule, 'scene' | 'acceptanceRule' | 'reReview'> {
  const found = rules.find(
    (rule) =>
      rule.productClasses.includes(sale.productClass) &&
      (rule.tracks.some((track) => sale.tracks.includes(track)) ||
        rule.instruments.some((instrument) => sale.instruments.includes(instrument))),
  );
  return found ?? { scene: 'none', acceptanceRule: 'seller', reReview: false };
}

export interface Delivering {
  flowVersion: FlowVersion;
  acceptanceRule: (typeof ACCEPTANCE_RULES)[number];
  deliveryType: string;
  severalSpecs: boolean;
  reReview: boolean;
}

/** What the parties must hand in for one order, from the tables of the settings (sections 2.2 and 5). */
export function demandsOf(
  order: Delivering,
  rules: {
    documents: readonly DocumentRule[];
    checks: readonly CheckRule[];
    requirementAttachmentMin: number;
    filesPerKind: number;
  },
): Demands {
  const delivery = new Map<string, DocumentDemand>();
  for (const rule of rules.documents) {
    const applies =
      holds(rule.flows, order.flowVersion) &&
      holds(rule.rules, order.acceptanceRule) &&
      holds(rule.deliveryTypes, order.deliveryType);
    if (!applies) continue;
    const min = Math.max(rule.min, delivery.get(rule.kind)?.min ?? 0);
    const max = Math.max(rules.filesPerKind, min);
    delivery.set(rule.kind, { kind: rule.kind, min, max });
  }
  const checks = rules.checks.filter(
    (rule) =>
      rule.rules.includes(order.acceptanceRule) &&
      holds(rule.deliveryTypes, order.deliveryType) &&
      (!rule.severalSpecs || order.severalSpecs),
  );
  return {
    requirement: [
      {
        kind: 'requirementAttachment',
        min: rules.requirementAttachmentMin,
        max: Math.max(rules.filesPerKind, rules.requirementAttachmentMin),
      },
    ],
    delivery: [...delivery.values()],
    // The older page asks for a description; since v2 the documents speak (section 5).
    description: order.flowVersion === 'v1',
    checks: order.reReview ? checks.map(({ key }) => key) : [],
  };
}

const holds = <T>(list: readonly T[] | undefined, value: T) => !list || list.includes(value);

/**
 * Complaints about files handed in, by field (`documents.<kind>`): too few of a kind, too many, or a kind that this
 * order does not take. Values are catalog keys with their numbers.
 */
export function documentComplaints(
  demands: readonly { kind: string; min: number; max: number }[],
  handedIn: Partial<Record<string, readonly string[]>>,
): Record<string, { key: string; params?: Record<string, number> }> {
  const complaints: Record<string, { key: string; params?: Record<string, number> }> = {};
  for (const { kind, min, max } of demands) {
    const count = handedIn[kind]?.length ?? 0;
    const field = `documents.${kind}`;
    if (count < min) {
      const key = min === 1 ? 'documentMissing' : 'documentsTooFew';
      complaints[field] = { key: `supervision.error.${key}`, params: { minimum: min } };
    } else if (count > max) {
      complaints[field] = { key: 'supervision.error.documentsTooMany', params: { maximum: max } };
    }
  }
  for (const kind of Object.keys(handedIn)) {
    if (!demands.some((demand) => demand.kind === kind) && handedIn[kind]?.length) {
      complaints[`documents.${kind}`] = { key: 'supervision.error.documentNotAsked' };
    }
  }
  return complaints;
}
