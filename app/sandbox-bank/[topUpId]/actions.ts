'use server';

import { buyerAction } from '@/lib/action';
import { decideSandboxPayment } from '@/lib/payments/sandbox-decide';

export const decide = buyerAction(decideSandboxPayment);
