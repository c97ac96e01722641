'use server';

import { operatorAction } from '@/lib/action';
import { addAgreementVersion } from '@/lib/records/agreement/commands';

export const add = operatorAction(addAgreementVersion);
