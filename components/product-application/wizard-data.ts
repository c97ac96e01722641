import type { UploadedFile } from '@/components/ui/upload';
import type { AttributeKind } from '@/db/schema/attribute';
import type { ProductProposal } from '@/db/schema/product-application';
import type { ActionResult } from '@/lib/action-result';
import type { FileField } from '@/lib/workflows/product-application/file-fields';
import type { FormLimits, Step } from '@/lib/workflows/product-application/form/limits';
import type { ReviewRule, RuleContext } from '@/lib/workflows/product-application/rules/define';

export type Purpose = FileField['purpose'];

/** Everything the wizard works with; plain data from the server, in the reader's language. */
export interface WizardData {
  application: {
    id: string;
    version: number;
    kind: 'publish' | 'modify';
    state: 'draft' | 'rejected';
    reasons: { rule: string; field: string; text: string }[];
    opinion: string | null;
  };
  proposal: ProductProposal;
  /** What is live, for a modification: some of it cannot change any more. */
  live: ProductProposal | undefined;
  limits: FormLimits;
  rules: ReviewRule[];
  context: RuleContext;
  files: UploadedFile[];
  categories: { id: string; name: string; leaves: { id: string; name: string }[] }[];
  supportGroups: { id: string; name: string; note: string }[];
  attributes: { code: string; kind: AttributeKind; name: string; preset: boolean }[];
  uploads: Record<Purpose, { accept: string; hint: string }>;
  selfChecks: { id: string; text: string }[];
  step: Step;
  /** Field to bring into view when the wizard opens. */
  field: string | undefined;
  /** Address of the wizard without its step. */
  base: string;
  locale: string;
}

/** Saves a part of the form; answers the row with its new version. */
export type SaveAction = (input: {
  id: string;
  version: number;
  proposal: Partial<ProductProposal>;
}) => Promise<ActionResult<unknown>>;

/** Hands the form in. */
export type SubmitAction = (input: {
  id: string;
  version: number;
  confirm: 'submit';
}) => Promise<ActionResult<unknown>>;
