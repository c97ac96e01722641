import type { ProductProposal } from '@/db/schema/product-application';
import { completenessComplaints } from '@/lib/workflows/product-application/form/complete';
import { frozenComplaints } from '@/lib/workflows/product-application/form/frozen';
import {
  type Complaints,
  STEPS,
  type Step,
  stepOf,
} from '@/lib/workflows/product-application/form/limits';
import type { RuleResult } from '@/lib/workflows/product-application/rules/define';
import { runRules } from '@/lib/workflows/product-application/rules/run';
import type { WizardData } from './wizard-data';

export interface Judgement {
  /** What is missing or out of bounds, by field. */
  missing: Complaints;
  /** What a listed product may not change, by field. */
  frozen: Complaints;
  rules: RuleResult[];
}

/** The same judgement the server passes at submission. */
export const judge = (data: WizardData, proposal: ProductProposal): Judgement => ({
  missing: completenessComplaints(proposal, data.limits),
  frozen: data.live ? frozenComplaints(data.live, proposal) : {},
  rules: runRules(data.rules, proposal, data.context),
});

/** How many things are wrong on each page. */
export function wrongPerStep({ missing, frozen, rules }: Judgement): Record<Step, number> {
  const count = Object.fromEntries(STEPS.map((step) => [step, 0])) as Record<Step, number>;
  const fields = new Set([
    ...Object.keys(missing),
    ...Object.keys(frozen),
    ...rules
      .filter((one) => one.status === 'failed' && one.severity === 'block')
      .map((one) => one.field),
  ]);
  for (const field of fields) count[stepOf(field)] += 1;
  return count;
}
