'use client';

import { createContext, useContext } from 'react';
import type { UploadedFile } from '@/components/ui/upload';
import type { ProductProposal } from '@/db/schema/product-application';
import type { WizardData } from './wizard-data';

export interface WizardState {
  data: WizardData;
  proposal: ProductProposal;
  set: (patch: Partial<ProductProposal>) => void;
  /** Uploads of a field, for its list. */
  filesOf: (ids: readonly string[]) => UploadedFile[];
  noteFiles: (files: readonly UploadedFile[]) => void;
}

export const WizardContext = createContext<WizardState | null>(null);

export function useWizard(): WizardState {
  const state = useContext(WizardContext);
  if (!state) throw new Error('outside the wizard');
  return state;
}
