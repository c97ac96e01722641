'use server';

import { onRow, operatorAction } from '@/lib/action';
import { unlockCertification } from '@/lib/workflows/business-certification/commands';
import { revealBankNumber } from '@/lib/workflows/business-certification/reveal';

export const unlock = operatorAction(onRow(unlockCertification));
export const reveal = operatorAction(revealBankNumber);
