'use server';

import { buyerAction, onRow } from '@/lib/action';
import {
  openOnboarding,
  resubmitOnboarding,
  reviseOnboarding,
  saveOnboarding,
  submitOnboarding,
  withdrawOnboarding,
} from '@/lib/workflows/onboarding/commands';

export const open = buyerAction(openOnboarding);
export const save = buyerAction(onRow(saveOnboarding));
export const revise = buyerAction(onRow(reviseOnboarding));
export const submit = buyerAction(onRow(submitOnboarding));
export const resubmit = buyerAction(onRow(resubmitOnboarding));
export const withdraw = buyerAction(onRow(withdrawOnboarding));
