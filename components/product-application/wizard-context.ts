'use client';

import { createContext, useContext, useEffect } from 'react';
import type { UploadedFile } from '@/components/ui/upload';
import type { ProductProposal } from '@/db/schema/product-application';
import type { WizardData } from './wizard-data';

/** A field to bring into view; every request is an object of its own, so that the same field can be asked for again. */
export interface Target {
  path: string;
}

export interface WizardState {
  data: WizardData;
  proposal: ProductProposal;
  set: (patch: Partial<ProductProposal>) => void;
  /** Uploads of a field, for its list. */
  filesOf: (ids: readonly string[]) => UploadedFile[];
  noteFiles: (files: readonly UploadedFile[]) => void;
  target: Target | undefined;
}

export const WizardContext = createContext<WizardState | null>(null);

export function useWizard(): WizardState {
  const state = useContext(WizardContext);
  if (!state) throw new Error('outside the wizard');
  return state;
}

/** Unfolds an entry of a list when a field inside it is asked for, e.g. `specs.2.name`. */
export function useUnfolding(list: 'specs' | 'cases', unfold: (index: number) => void): void {
  const { target } = useWizard();
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new request unfolds
  useEffect(() => {
    const [head, index] = target?.path.split('.') ?? [];
    if (head === list && index !== undefined) unfold(Number(index));
  }, [target]);
}
