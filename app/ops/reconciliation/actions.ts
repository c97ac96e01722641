'use server';

import { operatorAction } from '@/lib/action';
import { requestReconciliation } from '@/lib/records/reconciliation/commands';

export const checkNow = operatorAction(requestReconciliation);
